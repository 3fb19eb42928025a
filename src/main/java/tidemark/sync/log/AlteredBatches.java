package tidemark.sync.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.format.Batch;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Replica;

/// The search for batches on the remote that were altered after they were committed, and can still be read.
///
/// Each batch names the hash of the one before it. So the log is read from its end: as long as a batch is the one that
/// the next was made after, it is whole. The newest is compared with what this copy applied under its number.
public final class AlteredBatches {
    private static final Logger LOG = LoggerFactory.getLogger(AlteredBatches.class);

    private final Database database;
    private final RemoteLog log;
    private final List<Altered> found = new ArrayList<>();

    private AlteredBatches(Database database, RemoteLog log) {
        this.database = database;
        this.log = log;
    }

    /// An altered batch.
    ///
    /// @param right the batch as it was committed, where this device has kept it
    public record Altered(Version version, Optional<Kept> right) {}

    /// A batch that this device has applied and kept.
    ///
    /// @param bytes as they were on the remote
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Kept(Hash hash, byte[] bytes, Batch batch) {}

    /// All altered batches among these numbers, the last first. Reads all of them.
    public static List<Altered> find(Database database, RemoteLog log, SortedSet<Version> taken) {
        var search = new AlteredBatches(database, log);
        search.run(taken);
        return search.found;
    }

    private void run(SortedSet<Version> taken) {
        Optional<Hash> expected = Optional.empty();
        for (var version : taken.reversed()) {
            var isFollowed = taken.contains(version.next());
            var there = read(version);
            var kept = kept(version);
            var right = isFollowed && expected.isPresent() ? expected : applied(version, there, kept);
            if (there instanceof Entry.Truncated || (isBeginning(there) && fits(there, right))) {
                return;
            }
            if (there instanceof Entry.Found && !fits(there, right)) {
                found.add(new Altered(version, kept.filter(mine -> right.equals(Optional.of(mine.hash())))));
            }
            expected = previous(there, right, kept);
        }
    }

    /// The entry under a number; nothing where it cannot be read.
    private Entry read(Version version) {
        try {
            return log.read(version);
        } catch (Corrupt e) {
            LOG.info("Version {} cannot be read", version, e);
            return new Entry.Nothing();
        }
    }

    private Optional<Kept> kept(Version version) {
        return database.read(sql -> {
            if (version.isAfter(new Replica(sql).position().version())) {
                return Optional.empty();
            }
            var local = new LocalLog(sql);
            var hash = local.hash(version);
            var bytes = local.bytes(version);
            var batch = local.batch(version);
            return hash.isEmpty() || bytes.isEmpty() || batch.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Kept(hash.get(), bytes.get(), batch.get()));
        });
    }

    /// The hash that this copy knows for a number after which nothing certain is. Another commit there is no
    /// alteration: the remote went back, which is for a person to decide.
    private static Optional<Hash> applied(Version version, Entry there, Optional<Kept> kept) {
        return kept.filter(mine -> there instanceof Entry.Found(var batch, var _)
                        && batch.version().equals(version)
                        && batch.commitId().equals(mine.batch().commitId()))
                .map(Kept::hash);
    }

    /// Whether no batch before it counts: it names a snapshot.
    private static boolean isBeginning(Entry there) {
        return there instanceof Entry.Found(var batch, var _)
                && batch.snapshot().isPresent();
    }

    private static boolean fits(Entry there, Optional<Hash> right) {
        return right.isEmpty()
                || (there instanceof Entry.Found(var _, var encoded)
                        && encoded.hash().equals(right.get()));
    }

    /// The hash of the batch before, as a batch that is whole names it.
    private static Optional<Hash> previous(Entry there, Optional<Hash> right, Optional<Kept> kept) {
        if (there instanceof Entry.Found(var batch, var _) && fits(there, right)) {
            return Optional.of(batch.previous());
        }
        return kept.filter(mine -> right.isEmpty() || right.get().equals(mine.hash()))
                .map(mine -> mine.batch().previous());
    }
}
