package tidemark.sync;

import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.format.Layout;
import tidemark.sync.state.SyncContext;

/// The inside of an engine that a simulated fleet uses to plant defects.
public final class Glimpse {
    private Glimpse() {}

    /// Installs the remote's checkpoint at once, even with an outgoing batch.
    public static void jump(SyncContext context, String library) {
        var _ = new CheckpointInstall(context.database(), context::localSide, context.store(), context.scratch())
                .installIfAhead(Layout.CHECKPOINT, library);
    }
}
