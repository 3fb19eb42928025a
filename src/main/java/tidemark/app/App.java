package tidemark.app;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.Settings;
import tidemark.app.base.Threads;
import tidemark.app.base.Traffic;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.ProbeCache;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.Remotes;
import tidemark.app.remotes.Secrets;
import tidemark.app.updates.Updates;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.library.Library;
import tidemark.library.sample.SampleLibrary;
import tidemark.library.search.Indexer;
import tidemark.library.search.Search;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.folder.FolderPlacement;
import tidemark.schema.LibrarySchema;
import tidemark.sync.DryRun;
import tidemark.sync.RollbackDecision;
import tidemark.sync.SyncStatus;
import tidemark.sync.apply.UnknownFieldsAdoption;
import tidemark.sync.state.Progress;

/// An open library with everything that works on it, made in order and closed in reverse.
public final class App implements AutoCloseable {
    private static final int ID_BYTES = 8;

    private final AppCore core;
    private final Library library;
    private final Search search;
    private final Indexer indexer;
    private final Changes changes;
    private final Syncing syncing;
    private final LibraryBackups backups;
    private final Shutdown end = new Shutdown();

    private App(AppCore core) {
        this.core = core;
        this.library = new Library(
                core.database(),
                core.environment().clock(),
                core.environment().random(),
                () -> core.device().name());
        this.library.conflicts().forget();
        this.library.merges().forget();
        this.search = new Search(core.database());
        this.indexer = new Indexer(core.database());
        this.changes = new Changes(core.database(), indexer, new SingleInstance(core.folder()), core.threads());
        this.syncing = new Syncing(core, changes);
        this.backups = new LibraryBackups(core);
    }

    /// Opens the library in this folder, or makes one there.
    ///
    /// @throws tidemark.problem.TidemarkException when it cannot be opened; it is then left as it was
    public static App open(LibraryFolder folder, Environment environment) {
        return open(folder, environment, Secrets.of(folder, System.getenv()));
    }

    /// As [#open(LibraryFolder, Origins)], with another place for the keys of remotes.
    static App open(LibraryFolder folder, Environment environment, Secrets secrets) {
        folder.create();
        var database = Database.open(
                folder.database(),
                new Database.Settings(
                        LibrarySchema.CURRENT,
                        tidemark.db.Migrations.CURRENT,
                        environment.clock(),
                        environment.guard()));
        try {
            return open(folder, database, environment, secrets);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static App open(LibraryFolder folder, Database database, Environment environment, Secrets secrets) {
        var settings = new Settings(database);
        nameDevice(settings, environment);
        UnknownFieldsAdoption.run(database);
        var traffic = new Traffic(settings, environment.wallClock());
        var probes = new ProbeCache(settings, environment, version());
        var remotes = new Remotes(settings, environment, secrets, traffic, probes);
        return new App(new AppCore(folder, database, settings, remotes, traffic, environment, new Threads()));
    }

    /// Of this program.
    public static String version() {
        var version = App.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// A copy of a library is known by a random id, and shown by the computer's name until the person gives another.
    private static void nameDevice(Settings settings, Environment environment) {
        if (settings.get(AppCore.DEVICE_ID).isEmpty()) {
            var id = new byte[ID_BYTES];
            environment.random().nextBytes(id);
            settings.set(AppCore.DEVICE_ID, HexFormat.of().formatHex(id));
        }
        if (settings.get(AppCore.DEVICE_NAME).isEmpty()) {
            settings.set(AppCore.DEVICE_NAME, hostName());
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "This computer";
        }
    }

    /// Fills an empty library with examples and gives it a folder as the remote: this one, or if that is there, one
    /// beside it, so that the examples get into nobody's library.
    public void fillWithSamples(Path remote) {
        if (core.remotes().current().isEmpty()) {
            fillWithSamples();
            syncing.useFolder(FolderRemote.unused(remote));
        }
    }

    /// Fills an empty library with examples.
    public void fillWithSamples() {
        SampleLibrary.fill(library, core.environment().clock());
    }

    /// One round of sync on this thread. Where another process syncs this library, it is waited for: a few seconds,
    /// and up to `patience` while something is still to be sent.
    public SyncAttempt syncOnce(Progress progress, Duration patience) {
        return new SyncOnce(core, engine -> engine.sync(progress), core::context).run(patience);
    }

    /// The same, with another policy than the one set for conflicts.
    public SyncAttempt syncOnce(Progress progress, Duration patience, ConflictPolicy policy) {
        return new SyncOnce(
                        core,
                        engine -> engine.sync(progress),
                        store -> core.context(store).with(policy))
                .run(patience);
    }

    /// Carries out on this thread what the person decided after the remote went back.
    public SyncAttempt decideOnce(RollbackDecision decision, Progress progress) {
        return new SyncOnce(core, engine -> engine.decide(decision, progress), core::context).run(Duration.ZERO);
    }

    /// Syncs on this thread and then empties the history on the remote.
    public SyncAttempt emptyHistory(Progress progress) {
        return new SyncOnce(core, engine -> engine.emptyHistory(progress), core::context).run(Duration.ZERO);
    }

    /// A close look at the remote.
    public RemoteInspection inspection() {
        return new RemoteInspection(core);
    }

    /// What the first sync with this place would do; nothing is changed here or there.
    ///
    /// @param credentials for a place that wants some; else those are taken that are known
    /// @throws tidemark.remote.RemoteException when it cannot be reached or joined
    public DryRun.Report rehearse(RemoteSettings remote, Optional<Credentials> credentials) {
        try (var store = core.remotes().open(remote, credentials)) {
            var ownScratch = core.folder().scratch().resolve("rehearsal"); // a sync may be running
            return DryRun.run(
                    core.context(store, ownScratch),
                    Database.Settings.of(
                            LibrarySchema.CURRENT, core.environment().clock()));
        }
    }

    /// What is known of the sync without asking the remote.
    public SyncStatus status() {
        return core.remotes()
                .describe()
                .map(remote -> SyncStatus.atRest(core.database(), remote))
                .orElseGet(core::localStatus);
    }

    /// Why this is no good place for a library, if so: another program copies the folder, or it is on a network.
    public Optional<Problem> placeWarning() {
        return FolderPlacement.warningForLibrary(core.folder().path());
    }

    /// The records.
    public Library library() {
        return library;
    }

    /// The search through all text.
    public Search search() {
        return search;
    }

    /// The upkeep of the search index; to be called after commits.
    public Indexer indexer() {
        return indexer;
    }

    /// Tells when something changed.
    public Changes changes() {
        return changes;
    }

    /// The sync in the background.
    public Syncing syncing() {
        return syncing;
    }

    /// The copies of the library beside it.
    public LibraryBackups backups() {
        return backups;
    }

    /// Which remote is set.
    public Remotes remotes() {
        return core.remotes();
    }

    /// Whether there is a newer version of the program.
    public Updates updates() {
        return new Updates(core.settings(), version());
    }

    /// What the remote was asked, by day.
    public Traffic traffic() {
        return core.traffic();
    }

    /// What the person chose.
    public Settings settings() {
        return core.settings();
    }

    /// The name that other devices show for this one.
    public String deviceName() {
        return core.device().name();
    }

    /// Gives this device another name; batches carry it from the next start of the sync on.
    public void deviceName(String name) {
        core.settings().set(AppCore.DEVICE_NAME, name);
    }

    /// The database below it all, for looking at its health.
    public Database database() {
        return core.database();
    }

    /// Returns when the process is told to end, or this thread is interrupted; the process then waits until this is
    /// closed.
    public void awaitEnd() {
        end.await(core.threads());
    }

    /// Where threads come from.
    public Threads threads() {
        return core.threads();
    }

    /// The folder that the library lives in.
    public LibraryFolder folder() {
        return core.folder();
    }

    @Override
    public void close() {
        core.threads().close(); // what was typed last is saved first
        syncing.close();
        backups.close();
        core.traffic().write();
        changes.close();
        core.database().close();
        end.closed();
    }
}
