package tidemark.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tidemark.bench.Stage;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.remote.RemoteStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.CheckpointWriter;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.Device;
import tidemark.sync.format.Layout;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Backlog;
import tidemark.sync.state.Freezer;
import tidemark.sync.state.LocalSide;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.SyncedRecords;
import tidemark.sync.state.SyncedState;

/// The engine's work on a library's file, without any network. Each run has a fresh copy.
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@SuppressWarnings("NullAway.Init") // set up before each run
public class SyncTimings {
    private static final int MANY = 10_000;
    private static final Device DESK = new Device("desk", "Desk");
    private static final int SOME = 1_000;
    private static final String CHANGED = "Changed ";
    private static final LocalSide HERE = new LocalSide(new Device("laptop", "Laptop"), ConflictPolicy.ASK);

    /// The size of the library.
    @Param("1000")
    public int projects;

    private final InstantSource clock = Clock.systemUTC();
    private Path folder;
    private Path checkpoint;
    private RemoteStore store;
    private RemoteLog.Entry.Found manyEdits;
    private Database database;
    private Database fresh;

    /// Makes the batch that one device hands to the other.
    @Setup(Level.Trial)
    public void prepare() throws Exception {
        var stage = stage();
        folder = stage.scratch();
        store = Stage.store(stage.copyRemote(folder.resolve("remote")));
        checkpoint = Files.createDirectories(folder.resolve("scratch")).resolve("checkpoint.sqlite");
        try (var desk = Stage.open(stage.copyLibrary(folder.resolve("desk.sqlite")))) {
            edit(desk, MANY, CHANGED);
            var frozen = freezer(desk, DESK).freeze(Backlog.LIMIT).orElseThrow();
            manyEdits =
                    new RemoteLog.Entry.Found(frozen.batch(), new BatchFormat.Encoded(frozen.hash(), frozen.bytes()));
        }
    }

    private Stage stage() throws IOException {
        return Stage.of(Path.of(System.getProperty("folder", "target/bench")), projects);
    }

    /// A copy in sync, and an empty library that has yet to join.
    @Setup(Level.Invocation)
    public void open() throws IOException {
        database = Stage.open(stage().copyLibrary(folder.resolve("laptop.sqlite")));
        Files.deleteIfExists(folder.resolve("fresh.sqlite"));
        fresh = Stage.open(folder.resolve("fresh.sqlite"));
    }

    /// Closes the copies of the run.
    @TearDown(Level.Invocation)
    public void close() {
        database.close();
        fresh.close();
    }

    /// Removes all copies.
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        store.close();
        Stage.delete(folder);
    }

    private Freezer freezer(Database of, Device device) {
        return new Freezer(of, () -> device, clock, new Random(5), BatchLimits.RELEASED);
    }

    private void edit(Database of, int count, String title) {
        of.change(sql -> {
            var rows = new Rows(sql, of.schema());
            var ids = sql.list("SELECT id FROM project ORDER BY n LIMIT ?", row -> row.getString(1), count);
            for (int i = 0; i < count; i++) {
                var changed = Row.EMPTY.with("title", Optional.of(Value.of(title + i)));
                rows.update(new RecordId("project", ids.get(i % ids.size())), List.of("title"), changed);
            }
        });
    }

    private void insert(Sql sql, Database of) throws java.sql.SQLException {
        var rows = new Rows(sql, of.schema());
        for (int i = 0; i < MANY; i++) {
            rows.insert(
                    new RecordId("project", "new-" + i), Row.EMPTY.with("title", Optional.of(Value.of("New " + i))));
        }
    }

    /// Ten thousand rows inserted by the person, with capture.
    @Benchmark
    public boolean insert10000ProjectsCaptured() {
        return database.write(sql -> {
            insert(sql, database);
            return true;
        });
    }

    /// Ten thousand rows inserted without capture.
    @Benchmark
    public boolean insert10000ProjectsUncaptured() {
        return database.write(sql -> {
            sql.update("INSERT INTO applying (flag) VALUES (1)");
            insert(sql, database);
            return sql.update("DELETE FROM applying") == 1;
        });
    }

    /// One edit and its batch.
    @Benchmark
    public Object editAndBatchOf1Row() {
        edit(database, 1, CHANGED);
        return freezer(database, HERE.device()).freeze(Backlog.LIMIT);
    }

    /// Ten thousand edits and their batch.
    @Benchmark
    public Object editAndBatchOf10000Rows() {
        edit(database, MANY, CHANGED);
        return freezer(database, HERE.device()).freeze(Backlog.LIMIT);
    }

    /// Ten thousand changes of another device applied.
    @Benchmark
    public Object applyABatchOf10000Changes() throws RemoteRolledBack {
        new BatchApplier(database, () -> HERE).apply(manyEdits);
        return database;
    }

    /// Ten thousand changes of another device applied, a tenth of them to rows edited otherwise here.
    @Benchmark
    public Object applyABatchOf10000ChangesOn1000Edits() throws RemoteRolledBack {
        edit(database, SOME, "Mine ");
        new BatchApplier(database, () -> HERE).apply(manyEdits);
        return database;
    }

    /// The whole library written as a checkpoint.
    @Benchmark
    public Object writeACheckpoint() {
        return new CheckpointWriter(database, HERE.device()).write(checkpoint, clock.instant());
    }

    /// The whole library taken by a new device.
    @Benchmark
    public Object takeACheckpoint() {
        var library = database.read(sql -> new Replica(sql).library()).orElseThrow();
        var context = new SyncContext(fresh, store, HERE.device(), clock, new Random(1), folder.resolve("scratch"));
        if (!new CheckpointInstall(context, new RemoteLog(store, fresh.schema().number()))
                .installIfAhead(Layout.CHECKPOINT, library)) {
            throw new IllegalStateException("the checkpoint was not taken");
        }
        return fresh;
    }

    /// The state hash computed anew, which proves two libraries equal.
    @Benchmark
    public Object stateHashOfAllRows() {
        return database.read(sql -> new SyncedRecords(sql, new SyncedState(sql, database.schema())).hash());
    }
}
