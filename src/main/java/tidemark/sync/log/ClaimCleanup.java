package tidemark.sync.log;

import java.util.List;
import java.util.Optional;
import tidemark.db.Origin;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.Version;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The removal of claims for numbers that were decided long ago: by each device for the batches that it wrote itself.
///
/// A later batch follows the one whose claims are removed, so the number itself was read whole; a late proposer finds
/// it there.
public final class ClaimCleanup {
    private static final int ENOUGH = 25;

    private final SyncContext context;
    private final RemoteStore store;

    /// A cleanup of the claims that this device made.
    public ClaimCleanup(SyncContext context) {
        this.context = context;
        this.store = context.store();
    }

    /// Removes them when there are at least 25 such numbers.
    public void runIfDue() {
        var decided = decided();
        if (decided.size() < ENOUGH) {
            return;
        }
        decided.forEach(version -> store.deleteFolder(Slot.of(version).folder()));
        context.database()
                .change(
                        Origin.SYNC,
                        sql -> new Replica(sql)
                                .set(LocalKey.CLAIMS_REMOVED, decided.getLast().toString()));
    }

    /// The numbers whose claims can be removed. None in the mode `create`: to look for claims there would be a request
    /// for each batch.
    private List<Version> decided() {
        return context.database().read(sql -> {
            var replica = new Replica(sql);
            if (!replica.get(LocalKey.COMMIT_MODE).equals(Optional.of(CommitMode.CLAIMS.word()))) {
                return List.of();
            }
            return sql.list(
                    "SELECT version FROM log WHERE device = ? AND version > ? AND version < ? ORDER BY version",
                    row -> new Version(row.getLong(1)),
                    context.device().id(),
                    replica.number(LocalKey.CLAIMS_REMOVED).orElse(0),
                    replica.position().version().number());
        });
    }
}
