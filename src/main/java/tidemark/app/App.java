package tidemark.app;

import java.nio.file.Path;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProgramVersion;
import tidemark.app.base.Settings;
import tidemark.app.base.Threads;
import tidemark.app.base.Traffic;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.Remotes;
import tidemark.app.remotes.Secrets;
import tidemark.app.updates.Updates;
import tidemark.db.Database;
import tidemark.library.Library;
import tidemark.library.sample.SampleLibrary;
import tidemark.library.search.Indexer;
import tidemark.library.search.Search;
import tidemark.sync.SyncStatus;

/// An open library with all its services, made in order and closed in reverse.
public final class App implements AutoCloseable {
    private final AppCore core;
    private final Library library;
    private final Search search;
    private final Indexer indexer;
    private final ChangeNotifier changes;
    private final LibraryWatch watch;
    private final Syncing syncing;
    private final LibraryBackups backups;
    private final LibraryCheck check;
    private final ProjectFiles files;
    private final Shutdown shutdown = new Shutdown();

    private App(AppCore core) {
        this.core = core;
        this.library = core.library();
        this.library.prune();
        this.search = new Search(core.database());
        this.indexer = new Indexer(core.database());
        this.changes = new ChangeNotifier(core.database());
        var instance = new SingleInstance(core.folder());
        this.watch = new LibraryWatch(core.database(), indexer, instance, changes, core.threads());
        this.syncing = new Syncing(core, changes);
        this.backups = new LibraryBackups(core);
        this.check = new LibraryCheck(core, indexer);
        this.files = new ProjectFiles(core, library, syncing);
    }

    /// Opens the library in this folder, or makes one there.
    ///
    /// @throws tidemark.problem.TidemarkException when it cannot be opened; it is then left as it was
    public static App open(LibraryFolder folder, Environment environment) {
        return open(folder, environment, Secrets.of(folder, System.getenv()));
    }

    /// Opens the library with another store for the keys of remotes.
    static App open(LibraryFolder folder, Environment environment, Secrets secrets) {
        return new App(AppCore.open(folder, environment, secrets));
    }

    /// Fills an empty library with examples and gives it a folder as the remote: this one, or if that is there, one
    /// beside it, so that the examples get into no other library.
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

    /// Single rounds of sync, on the caller's thread.
    public ForegroundSync foregroundSync() {
        return new ForegroundSync(core);
    }

    /// Checks of the remote.
    public RemoteInspection inspection() {
        return new RemoteInspection(core);
    }

    /// The status of the sync, without a request to the remote.
    public SyncStatus status() {
        return core.status();
    }

    /// The library's records.
    public Library library() {
        return library;
    }

    /// The files of projects with their contents.
    public ProjectFiles files() {
        return files;
    }

    /// The full-text search.
    public Search search() {
        return search;
    }

    /// The upkeep of the search index; to be called after commits.
    public Indexer indexer() {
        return indexer;
    }

    /// The news of changes.
    public ChangeNotifier changes() {
        return changes;
    }

    /// Calls `window` when a second start of the program asks for the window, on another thread.
    public void onWindowWanted(Runnable window) {
        watch.onWindowWanted(window);
    }

    /// The sync in the background.
    public Syncing syncing() {
        return syncing;
    }

    /// The backups of the library.
    public LibraryBackups backups() {
        return backups;
    }

    /// The checks of the library.
    public LibraryCheck check() {
        return check;
    }

    /// The remote that is set, and its keys.
    public Remotes remotes() {
        return core.remotes();
    }

    /// The check for a newer version of the program.
    public Updates updates() {
        return new Updates(core.settings(), ProgramVersion.current());
    }

    /// The count of requests to the remote, by day.
    public Traffic traffic() {
        return core.traffic();
    }

    /// The settings of this copy.
    public Settings settings() {
        return core.settings();
    }

    /// The name that other devices show for this one.
    public String deviceName() {
        return core.device().name();
    }

    /// Gives this device another name; batches carry it from the next one on.
    public void deviceName(String name) {
        core.thisDevice().name(name);
    }

    /// The database, for checks of its health.
    public Database database() {
        return core.database();
    }

    /// Returns when the process is told to end, or this thread is interrupted; the process then waits until this is
    /// closed.
    public void awaitEnd() {
        shutdown.await(core.threads());
    }

    /// The factory of the program's threads.
    public Threads threads() {
        return core.threads();
    }

    /// The folder of the library.
    public LibraryFolder folder() {
        return core.folder();
    }

    @Override
    public void close() {
        core.threads().close(); // what was typed last is saved first
        syncing.close();
        backups.close();
        check.close();
        files.close();
        core.traffic().write();
        core.keepAddress();
        watch.close();
        core.database().close();
        shutdown.closed();
    }
}
