package tidemark.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.apply.ApplyResult;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.apply.RemoteChanges;
import tidemark.sync.checkpoint.Checkpoint;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.Replay;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// The check that decides, when a batch diverges from this copy, which of the two is wrong, by a replay of the remote
/// beside the library.
///
/// Where the replay leads to the same state as this copy, the batch's writer is wrong: it is named, and its state
/// hashes are ignored until one is right again. Otherwise this copy is, and takes the replay; what is pending stays.
final class DivergenceCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DivergenceCheck.class);

    private final SyncContext context;
    private final BatchApplier applier;
    private final CheckpointInstall install;

    DivergenceCheck(SyncContext context, BatchApplier applier, CheckpointInstall install) {
        this.context = context;
        this.applier = applier;
        this.install = install;
    }

    /// Applies this batch, which diverged, or replaces this copy by the replay.
    ///
    /// @throws Corrupt when it does not fit the replay either
    void resolve(RemoteLog.Entry.Found found, ApplyResult.Diverged diverged, String library) throws UpdateNeeded {
        var batch = found.batch();
        if (diverged.here().isPresent() && applier.isDistrusted(batch.device())) {
            applyIgnoringHash(found);
            return;
        }
        try (var replay = Replay.to(context, library, batch.version())) {
            if (!replay.position().version().equals(batch.version())) {
                throw RemoteChanges.disagreement(batch.version(), batch.device(), diverged.what());
            }
            if (diverged.here().filter(replay.position().state()::equals).isPresent()) {
                LOG.warn(
                        "Version {} names another state hash than its rows have; {}, which wrote it, is not asked for"
                                + " state hashes until one is right",
                        batch.version(),
                        batch.device().name());
                applier.distrust(batch.device(), batch.version());
                applyIgnoringHash(found);
            } else {
                LOG.warn(
                        "This copy did not hold what the log says at version {} ({}): it was replayed from the remote",
                        batch.version(),
                        diverged.what());
                install.installOver(Checkpoint.open(replay.checkpoint()).orElseThrow());
            }
        }
    }

    /// Applies a batch of which only the state hash is wrong.
    private void applyIgnoringHash(RemoteLog.Entry.Found found) {
        if (applier.applyIgnoringHash(found) instanceof ApplyResult.Diverged(var what, var _)) {
            throw RemoteChanges.disagreement(
                    found.batch().version(), found.batch().device(), what);
        }
    }
}
