package tidemark.sync;

import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.format.Layout;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// What a simulated fleet does with the inside of an engine, to plant defects.
public final class Glimpse {
    private Glimpse() {}

    /// Takes the remote's checkpoint at once, whatever is on its way.
    public static void jump(SyncContext context, String library) {
        var log = new RemoteLog(context.store(), context.database().schema().number());
        var _ = new CheckpointInstall(context, log).installIfAhead(Layout.CHECKPOINT, library);
    }
}
