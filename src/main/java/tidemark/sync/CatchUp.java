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

/// The catching up of a device that is new or far behind: by the checkpoint instead of a piece of log (rule 8).
final class CatchUp {
    /// A device more than so many versions behind the checkpoint takes the checkpoint.
    private static final long FAR_BEHIND = 200;

    private final Database database;
    private final RemoteLog log;
    private final CheckpointInstall install;
    private final SnapshotCatchUp snapshots;
    private boolean tried;

    CatchUp(Database database, RemoteLog log, CheckpointInstall install, SnapshotCatchUp snapshots) {
        this.database = database;
        this.log = log;
        this.install = install;
        this.snapshots = snapshots;
    }

    /// Starts a new device from the checkpoint or, where there is none, from the newest snapshot. Tries once.
    void begin(LibraryManifest library) throws UpdateNeeded {
        if (!tried && here().equals(Version.NONE)) {
            if (!install.installIfAhead(Layout.CHECKPOINT, library.library())) {
                snapshots.passTruncation();
            }
            tried = true;
        }
    }

    /// Takes the checkpoint if it is far ahead.
    void jump(LibraryManifest library) {
        var there = log.checkpointHint();
        if (there.isPresent() && there.get().number() - here().number() > FAR_BEHIND) {
            install.installIfAhead(Layout.CHECKPOINT, library.library());
        }
    }

    private Version here() {
        return database.read(sql -> new Replica(sql).position()).version();
    }
}
