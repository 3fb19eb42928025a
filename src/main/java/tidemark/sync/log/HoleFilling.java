package tidemark.sync.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.sync.format.Batch;
import tidemark.sync.format.Hash;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;

/// The putting back of batches that are missing on the remote and kept in the local log.
///
/// Each is sent again as any batch whose answer was lost: the same bytes under the same number, created or
/// voted on, so that nothing that is there is replaced (rule 4). Only what the log there was made after counts: the
/// batch behind the hole must name the hash of the last that is missing, and each of these that of the one before.
public final class HoleFilling {
    private static final Logger LOG = LoggerFactory.getLogger(HoleFilling.class);
    private static final int MOST = 100;

    private final Database database;
    private final RemoteLog log;
    private final BatchCommitter committer;

    /// A filling from this library's local log.
    public HoleFilling(Database database, RemoteLog log, BatchCommitter committer) {
        this.database = database;
        this.log = log;
        this.committer = committer;
    }

    /// A kept batch.
    private record Kept(Outgoing.Frozen frozen, Hash previous) {}

    /// Puts back the batch of this number, and those that are missing right after it; at most a hundred. Returns
    /// whether there is no hole at the number now: false where this device cannot fill it.
    ///
    /// @throws tidemark.remote.RemoteException.Corrupt when what lies around the hole cannot be read
    public boolean run(LibraryManifest library, Version first) {
        var missing = new ArrayList<Kept>();
        var version = first;
        var there = log.read(version);
        while (there instanceof Entry.Nothing) {
            var kept = kept(version);
            if (kept.isEmpty() || missing.size() == MOST) {
                return false;
            }
            missing.add(kept.get());
            version = version.next();
            there = log.read(version);
        }
        if (missing.isEmpty()) {
            return true;
        }
        var isThisLog = there instanceof Entry.Found(var next, var _) && isChain(missing, next);
        if (isThisLog) {
            missing.forEach(one -> putBack(library, one.frozen()));
        }
        return isThisLog;
    }

    private Optional<Kept> kept(Version version) {
        return database.read(sql -> {
            var local = new LocalLog(sql);
            var bytes = local.bytes(version);
            var hash = local.hash(version);
            if (bytes.isEmpty()
                    || hash.isEmpty()
                    || version.isAfter(new Replica(sql).position().version())) {
                return Optional.empty();
            }
            return local.batch(version)
                    .map(batch -> new Kept(
                            new Outgoing.Frozen(version, batch.commitId(), hash.get(), bytes.get()), batch.previous()));
        });
    }

    private static boolean isChain(List<Kept> missing, Batch next) {
        var follower = next.previous();
        for (var one : missing.reversed()) {
            if (!one.frozen().hash().equals(follower)) {
                return false;
            }
            follower = one.previous();
        }
        return true;
    }

    private void putBack(LibraryManifest library, Outgoing.Frozen frozen) {
        var _ = committer.commit(library, frozen);
        LOG.warn("Version {} was missing on the remote, and is put back", frozen.version());
    }
}
