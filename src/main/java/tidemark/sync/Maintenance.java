package tidemark.sync;

import tidemark.sync.checkpoint.Checkpoints;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.checkpoint.HistoryTruncation;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.ClaimCleanup;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;

/// What is done after each round that went well, when it is due: nothing that anybody waits for.
final class Maintenance {
    private final HistoryTruncation truncation;
    private final Checkpoints checkpoints;
    private final DeviceHints hints;
    private final ClaimCleanup tidying;

    Maintenance(SyncContext context, RemoteLog log, HistoryTruncation truncation) {
        this.truncation = truncation;
        this.checkpoints = new Checkpoints(context, log);
        this.hints = new DeviceHints(context);
        this.tidying = new ClaimCleanup(context);
    }

    void run(Progress progress) throws UpdateNeeded {
        truncation.goesOn(progress);
        checkpoints.keepUp();
        hints.keepUp();
        tidying.keepUp();
    }
}
