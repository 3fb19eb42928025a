package tidemark.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.problem.Count;
import tidemark.sync.apply.ApplyResult;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.BatchCommitter;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.Replica;

/// The pull of what other devices committed: one batch after the other (rule 7), and past the places where the log ends
/// in a tombstone or a fork.
final class Pull {
    private static final Logger LOG = LoggerFactory.getLogger(Pull.class);

    /// After this many batches in a row the checkpoint hint is read.
    private static final long ASK_AFTER = 20;

    private final Database database;
    private final BatchCommitter committer;
    private final BatchApplier applier;
    private final DivergenceCheck divergence;
    private final SnapshotCatchUp snapshots;
    private final CatchUp catchUp;
    private final RemoteIdentity identity;

    Pull(
            BatchCommitter committer,
            Applying applying,
            SnapshotCatchUp snapshots,
            CatchUp catchUp,
            RemoteIdentity identity) {
        this.database = applying.database();
        this.committer = committer;
        this.applier = applying.applier();
        this.divergence = applying.divergence();
        this.snapshots = snapshots;
        this.catchUp = catchUp;
        this.identity = identity;
    }

    /// The steps that apply a batch, and those for a batch that diverges.
    record Applying(Database database, BatchApplier applier, DivergenceCheck divergence) {}

    /// Applies all batches up to the end of the log.
    void toEnd(LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        long inRow = 0;
        while (true) {
            var next =
                    database.read(sql -> new Replica(sql).position()).version().next();
            switch (committer.read(library, next)) {
                case Entry.Nothing() -> {
                    return;
                }
                case Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
                case Entry.Truncated() -> passTruncation(round);
                case Entry.Found found -> apply(found, library, round);
            }
            if (++inRow == ASK_AFTER) {
                catchUp.jump(library);
            }
        }
    }

    /// Applies another device's batch. Afterwards nothing is outgoing.
    void apply(Entry.Found found, LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        switch (applier.apply(found)) {
            case ApplyResult.Applied() -> {}
            case ApplyResult.Diverged diverged -> divergence.resolve(found, diverged, library.library());
            case ApplyResult.OutOfOrder(var cause) -> {
                if (snapshots.followFork() != SnapshotCatchUp.Fork.FOLLOWED) {
                    throw RemoteRolledBack.older(cause);
                }
            }
        }
        var batch = found.batch();
        LOG.info(
                "Took version {} of {}: {}",
                batch.version(),
                batch.device().name(),
                Count.of(batch.changes().size(), "row"));
        identity.confirmed();
        round.pulled(found.encoded().bytes().length);
    }

    /// Goes on from the newest snapshot: history was truncated past this copy (rule 10). Afterwards nothing is
    /// outgoing.
    void passTruncation(Round round) throws UpdateNeeded, RemoteRolledBack {
        if (!snapshots.passTruncation()) {
            throw RemoteRolledBack.older(
                    "The remote's history was emptied past this device, and the base to go on from is missing or damaged.");
        }
        identity.confirmed();
        round.passedTruncation();
    }
}
