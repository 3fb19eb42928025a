package tidemark.sync;

import tidemark.sync.apply.Disagreement;
import tidemark.sync.apply.Puller;
import tidemark.sync.apply.WentBack;
import tidemark.sync.checkpoint.BaseJump;
import tidemark.sync.format.LibraryCard;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// Takes what lies under the number after this copy's, and finds the way where the log leads no further.
final class Pull {
    private final Puller puller;
    private final DivergenceCheck divergenceCheck;
    private final BaseJump bases;

    Pull(SyncContext context, BaseJump bases) {
        this.puller = new Puller(context.database(), context::here);
        this.divergenceCheck = new DivergenceCheck(context, puller);
        this.bases = bases;
    }

    void apply(RemoteLog.Entry.Found found, LibraryCard library) throws UpdateNeeded, WentBack {
        try {
            puller.apply(found);
        } catch (Disagreement e) {
            divergenceCheck.settle(found, e, library.library());
        } catch (WentBack e) {
            if (!bases.elsewhere()) {
                throw e;
            }
        }
    }

    /// History was emptied past this copy: it goes on from the newest base (rule 10).
    void passEmptied() throws UpdateNeeded, WentBack {
        if (!bases.ahead()) {
            throw WentBack.older(
                    "The remote's history was emptied past this device, and the base to go on from is" + " missing.");
        }
    }
}
