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

/// Removes the claims of numbers that were decided long ago: each device those of the batches it wrote itself.
///
/// The next batch stands on the one that is cleared, so the number itself was read whole; a straggler finds it there.
public final class ClaimCleanup {
    private static final int ENOUGH = 25;

    private final SyncContext context;
    private final RemoteStore store;

    public ClaimCleanup(SyncContext context) {
        this.context = context;
        this.store = context.store();
    }

    /// Does so when there are some.
    public void keepUp() {
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

    /// None where no claims are made: to look for them there would be a request for each batch.
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
