package tidemark.sync;

import tidemark.sync.checkpoint.Checkpoints;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.checkpoint.HistoryTruncation;
import tidemark.sync.log.ClaimCleanup;
import tidemark.sync.state.Progress;

/// The maintenance of the remote after a round that went well, where it is due: nothing that anybody waits for.
record Maintenance(HistoryTruncation truncation, Checkpoints checkpoints, DeviceHints hints, ClaimCleanup claims) {
    void run(Progress progress) {
        var _ = truncation.goesOn(progress);
        checkpoints.keepUp();
        hints.keepUp();
        claims.keepUp();
    }
}
