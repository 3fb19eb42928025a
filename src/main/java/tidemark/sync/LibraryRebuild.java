package tidemark.sync;

import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.checkpoint.Checkpoint;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.Replay;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.SyncContext;

/// The rebuild of a damaged library from its remote, and from what could be read of the damaged file.
public final class LibraryRebuild {
    private static final Problem EMPTY = new Problem(
            "The remote of the damaged library is empty.",
            "Nothing was rebuilt; the damaged file is where it was.",
            "Reconnect the right storage, or restore a backup.");

    private LibraryRebuild() {}

    /// Fills the new library from its remote, in one transaction.
    ///
    /// @param context the context with the new library
    /// @throws tidemark.remote.RemoteException when the remote cannot be read; the library is then still empty
    public static void fromRemote(SyncContext context, Salvage salvage) {
        try {
            var manifest = LibraryManifest.read(context.store()).orElseThrow(() -> new Corrupt(EMPTY));
            var log = new RemoteLog(context.store(), context.database().schema().number());
            try (var replay = Replay.of(context, manifest.library())) {
                replay.begin(manifest.library());
                replay.toEnd();
                var checkpoint = Checkpoint.open(replay.checkpoint()).orElseThrow();
                new CheckpointInstall(context, log)
                        .seed(
                                checkpoint,
                                sql -> salvage.restoreInto(
                                        sql, context.database().schema()));
            }
        } catch (UpdateNeeded e) {
            throw new Denied(new Problem(
                    "A newer Tidemark wrote to the remote what this one cannot read (format " + e.minReader() + ").",
                    "Nothing was rebuilt; the damaged file is where it was.",
                    "Update Tidemark on this computer, then rebuild."));
        }
    }
}
