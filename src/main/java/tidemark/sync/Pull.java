package tidemark.sync;

import tidemark.sync.apply.BatchApplier;
import tidemark.sync.apply.Divergence;
import tidemark.sync.apply.RemoteRolledBack;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// Takes what lies under the number after this copy's, and finds the way where the log leads no further.
final class Pull {
    private final BatchApplier applier;
    private final DivergenceCheck divergenceCheck;
    private final SnapshotCatchUp catchUp;

    Pull(SyncContext context, SnapshotCatchUp catchUp) {
        this.applier = new BatchApplier(context.database(), context::localSide);
        this.divergenceCheck = new DivergenceCheck(context, applier);
        this.catchUp = catchUp;
    }

    void apply(RemoteLog.Entry.Found found, LibraryManifest library) throws UpdateNeeded, RemoteRolledBack {
        try {
            applier.apply(found);
        } catch (Divergence e) {
            divergenceCheck.settle(found, e, library.library());
        } catch (RemoteRolledBack e) {
            if (!catchUp.elsewhere()) {
                throw e;
            }
        }
    }

    /// History was emptied past this copy: it goes on from the newest base (rule 10).
    void passEmptied() throws UpdateNeeded, RemoteRolledBack {
        if (!catchUp.passTruncation()) {
            throw RemoteRolledBack.older(
                    "The remote's history was emptied past this device, and the base to go on from is" + " missing.");
        }
    }
}
