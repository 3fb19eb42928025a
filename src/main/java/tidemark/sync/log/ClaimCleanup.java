package tidemark.sync.log;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Origin;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Version;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The removal of claims for numbers that were decided long ago: by each device for the batches that it wrote itself.
///
/// Each number is read before, and its hash must fit (rule 12): a late proposer then finds the batch there. Where
/// it is missing or damaged, the claims stay, because they may hold its bytes.
public final class ClaimCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimCleanup.class);
    private static final int ENOUGH = 25;

    private final SyncContext context;
    private final RemoteStore store;
    private final RemoteLog log;

    /// A cleanup of the claims that this device made.
    ///
    /// @param log reads the numbers
    public ClaimCleanup(SyncContext context, RemoteLog log) {
        this.context = context;
        this.store = context.store();
        this.log = log;
    }

    /// A number that was decided for a batch of this device.
    private record Decided(Version version, Hash hash) {}

    /// Removes them when there are at least 25 such numbers. Each is looked at once.
    public void runIfDue() {
        var decided = decided();
        if (decided.size() < ENOUGH) {
            return;
        }
        store.deleteFolders(decided.stream()
                .filter(this::isThere)
                .map(one -> Slot.of(one.version()).folder())
                .toList());
        context.database()
                .change(
                        Origin.SYNC,
                        sql -> new Replica(sql)
                                .set(
                                        LocalKey.CLAIMS_REMOVED,
                                        decided.getLast().version().toString()));
    }

    private boolean isThere(Decided one) {
        try {
            if (log.holds(one.version(), one.hash())) {
                return true;
            }
            LOG.warn("Version {} is not on the remote as it was committed; its claims stay", one.version());
        } catch (Corrupt e) {
            LOG.warn("Version {} is damaged on the remote; its claims stay", one.version(), e);
        }
        return false;
    }

    /// The numbers whose claims can be removed. None in the mode `create`: to look for claims there would be a request
    /// for each batch.
    private List<Decided> decided() {
        return context.database().read(sql -> {
            var replica = new Replica(sql);
            if (!replica.get(LocalKey.COMMIT_MODE).equals(Optional.of(CommitMode.CLAIMS.word()))) {
                return List.of();
            }
            return sql.list(
                    "SELECT version, hash FROM log WHERE device = ? AND version > ? AND version < ? ORDER BY version",
                    row -> new Decided(new Version(row.getLong(1)), new Hash(row.getString(2))),
                    context.device().id(),
                    replica.number(LocalKey.CLAIMS_REMOVED).orElse(0),
                    replica.position().version().number());
        });
    }
}
