package tidemark.sync;

import tidemark.sync.checkpoint.Checkpoints;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.checkpoint.HistoryTruncation;
import tidemark.sync.log.ClaimCleanup;
import tidemark.sync.state.Progress;

/// The maintenance of the remote after a successful round, where it is due. Nothing waits for it.
record Maintenance(HistoryTruncation truncation, Checkpoints checkpoints, DeviceHints hints, ClaimCleanup claims) {
    /// Carries out one step of each task that is due.
    void run(Progress progress) {
        var _ = truncation.proceed(progress);
        checkpoints.renewIfDue();
        hints.uploadIfDue();
        claims.runIfDue();
    }
}
