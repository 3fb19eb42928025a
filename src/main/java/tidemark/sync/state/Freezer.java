package tidemark.sync.state;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchWriter;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Device;

/// Turns what is pending into the next batch, stored before it is sent (rule 3).
public final class Freezer {
    private static final Logger LOG = LoggerFactory.getLogger(Freezer.class);

    private final Database database;
    private final Device device;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final int longest;

    /// A freezer of this database's pending rows.
    public Freezer(Database database, Device device, InstantSource clock, RandomGenerator random) {
        this(database, device, clock, random, BatchFormat.LONGEST);
    }

    /// @param longest the most bytes of JSON that a batch may have
    Freezer(Database database, Device device, InstantSource clock, RandomGenerator random, int longest) {
        this.database = database;
        this.device = device;
        this.clock = clock;
        this.random = random;
        this.longest = longest;
    }

    /// The batch that is on its way: the one stored already, or a new one; empty when nothing is pending.
    public Optional<Outgoing.Frozen> freeze(long limit) {
        return database.write(Origin.SYNC, sql -> {
            var outgoing = new Outgoing(sql);
            var stored = outgoing.find();
            return stored.isPresent() ? stored : build(sql, outgoing, limit);
        });
    }

    /// A batch that names a base and changes nothing. Nothing is on its way.
    public Outgoing.Frozen freezeNaming(String base) {
        return database.write(Origin.SYNC, sql -> {
            var batch = batch(new Replica(sql).position(), List.of(), Optional.of(base));
            var frozen = frozen(batch, BatchWriter.json(batch));
            new Outgoing(sql).put(frozen, List.of());
            return frozen;
        });
    }

    private static Outgoing.Frozen frozen(Batch batch, byte[] json) {
        var encoded = BatchFormat.encoded(json);
        return new Outgoing.Frozen(batch.version(), batch.commitId(), encoded.hash(), encoded.bytes());
    }

    private Optional<Outgoing.Frozen> build(Sql sql, Outgoing outgoing, long limit) throws SQLException {
        var state = new SyncedState(sql, database.schema());
        if (state.pending().dropUnchanged(database.schema()) == 0) {
            return Optional.empty();
        }
        new OrphanRepair(sql, state).repair();
        return cut(sql, outgoing, new Backlog(sql, state), state, limit);
    }

    /// Weighing is an estimate: what comes out longer than readers accept is cut again at half the limit.
    private Optional<Outgoing.Frozen> cut(Sql sql, Outgoing outgoing, Backlog backlog, SyncedState state, long first)
            throws SQLException {
        var hardLimit = Backlog.HARD_LIMIT;
        for (var limit = first; ; limit /= 2, hardLimit = limit) {
            var tooLarge = new ArrayList<RecordId>();
            var items = backlog.next(limit, hardLimit, tooLarge);
            if (items.isEmpty()) {
                tooLarge.forEach(Freezer::warn);
                return Optional.empty();
            }
            var batch = batch(new Replica(sql).position(), items, Optional.empty());
            var json = BatchWriter.json(batch);
            if (json.length <= longest) {
                tooLarge.forEach(Freezer::warn);
                var frozen = frozen(batch, json);
                outgoing.put(frozen, sent(state, items));
                return Optional.of(frozen);
            }
            if (items.size() == 1) {
                throw new IllegalStateException(items.getFirst().change().record() + " does not fit into a batch");
            }
        }
    }

    private static void warn(RecordId record) {
        LOG.warn("{} is over 8 MiB and is not sent until it is smaller", record);
    }

    private Batch batch(Replica.Position position, List<Backlog.Item> items, Optional<String> base) {
        var after = position.state();
        for (var item : items) {
            after = after.changed(item.change().record(), item.was(), item.now());
        }
        return new Batch(
                CommitId.random(random),
                device,
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
