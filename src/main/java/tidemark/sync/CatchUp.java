package tidemark.sync;

import tidemark.db.Database;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Where a device need not read all of the log: when it is new, and when it is far behind a checkpoint.
final class CatchUp {
    /// Behind a checkpoint by more than this, a device takes the checkpoint.
    private static final long FAR = 200;

    private final Database database;
    private final RemoteLog log;
    private final CheckpointInstall install;
    private final SnapshotCatchUp catchUp;
    private boolean tried;

    CatchUp(SyncContext context, RemoteLog log, SnapshotCatchUp catchUp) {
        this.database = context.database();
        this.log = log;
        this.install = new CheckpointInstall(database, context::localSide, context.store(), context.scratch());
        this.catchUp = catchUp;
    }

    /// A new device begins with the checkpoint; where there is none, with the newest base. It tries once.
    void begin(LibraryManifest library) throws UpdateNeeded {
        if (!tried && here().equals(Version.NONE)) {
            if (!install.installIfAhead(Layout.CHECKPOINT, library.library())) {
                catchUp.passTruncation();
            }
            tried = true;
        }
    }

    /// Takes the checkpoint if that is far ahead.
    void catchUp(LibraryManifest library) {
        var there = log.checkpointHint();
        if (there.isPresent() && there.get().number() - here().number() > FAR) {
            install.installIfAhead(Layout.CHECKPOINT, library.library());
        }
    }

    private Version here() {
        return database.read(sql -> new Replica(sql).position()).version();
    }
}
