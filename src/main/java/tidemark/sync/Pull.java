package tidemark.sync;

import tidemark.sync.apply.Disagreement;
import tidemark.sync.apply.Puller;
import tidemark.sync.apply.WentBack;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.format.LibraryCard;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// Takes what lies under the number after this copy's, and finds the way where the log leads no further.
final class Pull {
    private final Puller puller;
    private final DivergenceCheck divergenceCheck;
    private final SnapshotCatchUp catchUp;

    Pull(SyncContext context, SnapshotCatchUp catchUp) {
        this.puller = new Puller(context.database(), context::here);
        this.divergenceCheck = new DivergenceCheck(context, puller);
        this.catchUp = catchUp;
    }

    void apply(RemoteLog.Entry.Found found, LibraryCard library) throws UpdateNeeded, WentBack {
        try {
            puller.apply(found);
        } catch (Disagreement e) {
            divergenceCheck.settle(found, e, library.library());
        } catch (WentBack e) {
            if (!catchUp.elsewhere()) {
                throw e;
            }
        }
    }

    /// History was emptied past this copy: it goes on from the newest base (rule 10).
    void passEmptied() throws UpdateNeeded, WentBack {
        if (!catchUp.passTruncation()) {
            throw WentBack.older(
                    "The remote's history was emptied past this device, and the base to go on from is" + " missing.");
        }
    }
}
