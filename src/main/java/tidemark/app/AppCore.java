package tidemark.app;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import tidemark.app.base.Environment;
import tidemark.app.base.FileSettings;
import tidemark.app.base.FolderNarrowing;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProgramVersion;
import tidemark.app.base.Settings;
import tidemark.app.base.ThisDevice;
import tidemark.app.base.Threads;
import tidemark.app.base.Traffic;
import tidemark.app.remotes.AddressFile;
import tidemark.app.remotes.ProbeCache;
import tidemark.app.remotes.Remotes;
import tidemark.app.remotes.Secrets;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.db.Migrations;
import tidemark.files.ContentFolder;
import tidemark.files.ContentStore;
import tidemark.files.TransferContext;
import tidemark.library.Library;
import tidemark.remote.RemoteStore;
import tidemark.schema.LibrarySchema;
import tidemark.sync.LocalCopy;
import tidemark.sync.SyncStatus;
import tidemark.sync.format.Device;
import tidemark.sync.state.SyncContext;

/// The services that every part of the application shares.
record AppCore(
        LibraryFolder folder,
        Database database,
        Settings settings,
        ThisDevice thisDevice,
        Remotes remotes,
        Traffic traffic,
        Environment environment,
        Threads threads,
        FileSettings fileSettings) {
    /// Opens the library in this folder, or makes one there. A failure leaves it closed, and as it was.
    static AppCore open(LibraryFolder folder, Environment environment, Secrets secrets) {
        folder.create();
        if (folder.isMissingDatabase()) {
            throw DatabaseException.missing(folder.database());
        }
        var database = Database.open(
                folder.database(),
                new Database.Settings(
                        LibrarySchema.CURRENT, Migrations.CURRENT, environment.clock(), environment.guard()));
        try {
            FolderNarrowing.run(folder);
            var core = of(folder, database, environment, secrets);
            core.keepAddress();
            return core;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static AppCore of(LibraryFolder folder, Database database, Environment environment, Secrets secrets) {
        var settings = new Settings(database);
        var device = ThisDevice.of(settings, environment);
        new LocalCopy(database).adoptUnknownFields();
        var traffic = new Traffic(settings, environment.wallClock());
        var probes = new ProbeCache(settings, environment, ProgramVersion.current());
        var remotes = new Remotes(settings, environment, secrets, traffic, probes);
        return new AppCore(
                folder,
                database,
                settings,
                device,
                remotes,
                traffic,
                environment,
                new Threads(),
                new FileSettings(settings));
    }

    /// Keeps the address of the remote beside the database, as it is now.
    void keepAddress() {
        new AddressFile(folder.remoteAddress()).keep(remotes.current());
    }

    /// Id and name of this device, as they are now.
    Device device() {
        return thisDevice.device();
    }

    /// The context of a sync with this store.
    SyncContext context(RemoteStore store) {
        return context(store, folder.scratch());
    }

    /// The context of a sync with this store and its own folder for temporary files.
    SyncContext context(RemoteStore store, Path scratch) {
        return new SyncContext(
                database,
                store,
                this::device,
                environment.clock(),
                environment.random(),
                scratch,
                settings::conflictPolicy,
                time -> LockSupport.parkNanos(time.toNanos()));
    }

    /// The context of transfers of contents to and from this store.
    TransferContext transfers(RemoteStore store) {
        return new TransferContext(
                database,
                contents(),
                store,
                environment.clock(),
                fileSettings::get,
                time -> LockSupport.parkNanos(time.toNanos()));
    }

    /// The library in the database.
    Library library() {
        return new Library(database, environment.clock(), environment.random(), () -> device().name());
    }

    /// The folder of contents.
    ContentFolder contents() {
        return new ContentFolder(folder.contents(), environment.random());
    }

    /// The contents on this device.
    ContentStore contentStore() {
        return new ContentStore(database, contents(), environment.clock());
    }

    /// The status of the sync, without a request to the remote.
    SyncStatus status() {
        return remotes.describe()
                .map(remote ->
                        SyncStatus.atRest(database, remote, environment.clock().instant()))
                .orElseGet(this::localStatus);
    }

    /// The status of a library without a remote.
    SyncStatus localStatus() {
        return SyncStatus.localOnly(database);
    }
}
