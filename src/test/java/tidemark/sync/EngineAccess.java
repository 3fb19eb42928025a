package tidemark.sync;

import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.format.Layout;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// The inside of an engine that a simulated fleet uses to plant defects.
public final class EngineAccess {
    private EngineAccess() {}

    /// Installs the remote's checkpoint at once, even with an outgoing batch.
    public static void installCheckpoint(SyncContext context, String library) {
        var log = new RemoteLog(context.store(), context.database().schema().number());
        var _ = new CheckpointInstall(context, log).installIfAhead(Layout.CHECKPOINT, library);
    }
}
