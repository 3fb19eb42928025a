package tidemark.app;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.Settings;
import tidemark.app.base.Threads;
import tidemark.app.base.Traffic;
import tidemark.app.remotes.Remotes;
import tidemark.db.Database;
import tidemark.remote.RemoteStore;
import tidemark.sync.SyncStatus;
import tidemark.sync.format.Device;
import tidemark.sync.state.SyncContext;

/// The services that every part of the application shares.
record AppCore(
        LibraryFolder folder,
        Database database,
        Settings settings,
        Remotes remotes,
        Traffic traffic,
        Environment environment,
        Threads threads) {
    static final String DEVICE_ID = "device.id";
    static final String DEVICE_NAME = "device.name";

    Device device() {
        return new Device(
                settings.get(DEVICE_ID).orElseThrow(), settings.get(DEVICE_NAME).orElseThrow());
    }

    SyncContext context(RemoteStore store) {
        return context(store, folder.scratch());
    }

    SyncContext context(RemoteStore store, Path scratch) {
        return new SyncContext(
                database,
                store,
                device(),
                environment.clock(),
                environment.random(),
                scratch,
                settings::conflictPolicy,
                time -> LockSupport.parkNanos(time.toNanos()));
    }

    SyncStatus localStatus() {
        return SyncStatus.localOnly(database);
    }
}
