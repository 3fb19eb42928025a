package tidemark.sync.state;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.BatchWriter;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Device;
import tools.jackson.core.JacksonException;

/// Turns what is pending into the next batch, stored before it is sent (rule 3).
public final class Freezer {
    private static final Logger LOG = LoggerFactory.getLogger(Freezer.class);

    private final Database database;
    private final Supplier<Device> identity;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final BatchLimits limits;
    private final Set<Unsendable> told = new HashSet<>();

    /// A freezer of this database's pending rows.
    ///
    /// @param identity id and name of this device, as they are when a batch is made
    /// @param limits those of the readers
    public Freezer(
            Database database,
            Supplier<Device> identity,
            InstantSource clock,
            RandomGenerator random,
            BatchLimits limits) {
        this.database = database;
        this.identity = identity;
        this.clock = clock;
        this.random = random;
        this.limits = limits;
    }

    /// The batch that is on its way: the one stored already, or a new one; empty when nothing is pending.
    ///
    /// @param limit the most bytes, as [tidemark.sync.format.Weight] counts them, unless a single
    ///     transaction has more; never over half of what a reader unpacks
    public Optional<Outgoing.Frozen> freeze(long limit) {
        return database.write(Origin.SYNC, sql -> {
            var outgoing = new Outgoing(sql);
            var stored = outgoing.find();
            return stored.isPresent() ? stored : build(sql, outgoing, Math.min(limit, limits.json() / 2));
        });
    }

    /// A batch that names a base and changes nothing. Nothing is on its way.
    public Outgoing.Frozen freezeNaming(String base) {
        return database.write(Origin.SYNC, sql -> {
            var frozen = frozen(batch(
                    UniqueName.kept(sql, identity.get()), new Replica(sql).position(), List.of(), Optional.of(base)));
            new Outgoing(sql).put(frozen, List.of());
            return frozen;
        });
    }

    /// A batch after this position that names a base and changes nothing. It is not stored.
    public Outgoing.Frozen naming(String base, Replica.Position after) {
        var device = identity.get();
        var here = database.read(sql -> UniqueName.of(sql, device, device));
        return frozen(batch(here, after, List.of(), Optional.of(base)));
    }

    /// The bytes of a batch, after they were read back: no reader may refuse what was committed.
    ///
    /// @throws Corrupt when a reader would refuse them
    private Outgoing.Frozen frozen(Batch batch) {
        var encoded = BatchFormat.encoded(BatchWriter.json(batch));
        var name = batch.version().objectName();
        var _ = BatchReader.readOwn(name, BatchFormat.unpacking(name, encoded.bytes(), limits), limits);
        return new Outgoing.Frozen(batch.version(), batch.commitId(), encoded.hash(), encoded.bytes());
    }

    private Optional<Outgoing.Frozen> build(Sql sql, Outgoing outgoing, long limit) throws SQLException {
        var state = new SyncedState(sql, database.schema());
        if (state.pending().dropUnchanged(database.schema()) == 0) {
            return Optional.empty();
        }
        new OrphanRepair(sql, state).repair();
        var backlog = new Backlog(sql, state, limits);
        var frozen = cut(sql, outgoing, backlog, state, limit);
        if (!backlog.suspects().isEmpty()) {
            new ValidText(sql, database.schema()).store(backlog.suspects());
            state.pending().dropUnchanged(database.schema());
        }
        warn(backlog.unsendable());
        return frozen;
    }

    /// The next batch, as large as a reader accepts. Weighing is an estimate: what a reader refuses is cut
    /// again at half the limit, and a row that is refused alone is left out.
    private Optional<Outgoing.Frozen> cut(Sql sql, Outgoing outgoing, Backlog backlog, SyncedState state, long first)
            throws SQLException {
        var limit = first;
        var hardLimit = hardLimit();
        var here = UniqueName.kept(sql, identity.get());
        for (var items = backlog.next(limit, hardLimit); !items.isEmpty(); items = backlog.next(limit, hardLimit)) {
            try {
                var frozen = frozen(batch(here, new Replica(sql).position(), items, Optional.empty()));
                outgoing.put(frozen, sent(state, items));
                return Optional.of(frozen);
            } catch (Corrupt | JacksonException e) {
                LOG.info("A batch of {} changes would be refused", items.size(), e);
                var isAlone = items.size() == 1;
                if (isAlone) {
                    backlog.leaveOut(items.getFirst().change().record(), "a reader would refuse it");
                }
                limit = isAlone ? first : limit / 2;
                hardLimit = isAlone ? hardLimit() : limit;
            }
        }
        return Optional.empty();
    }

    /// Past this even a transaction is cut.
    private long hardLimit() {
        return limits.json() / 8 * 5L;
    }

    private void warn(Collection<Unsendable> rows) {
        rows.stream().filter(told::add).forEach(row -> LOG.warn("{} It stays pending.", row));
    }

    private Batch batch(Device here, Replica.Position position, List<Backlog.Item> items, Optional<String> base) {
        var after = position.state();
        for (var item : items) {
            after = after.changed(item.change().record(), item.was(), item.now());
        }
        return new Batch(
                CommitId.random(random),
                here,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                position.version().next(),
                position.hash(),
                database.schema().number(),
                database.schema().minReader(),
                after,
                base,
                items.stream().map(Backlog.Item::change).toList());
    }

    private static List<Outgoing.Sent> sent(SyncedState state, List<Backlog.Item> items) {
        return items.stream()
                .map(item -> sent(state, item.change().record(), item.now()))
                .toList();
    }

    private static Outgoing.Sent sent(SyncedState state, RecordId record, Optional<Row> now) {
        return new Outgoing.Sent(record, now.map(row -> state.known(record, row)));
    }
}
