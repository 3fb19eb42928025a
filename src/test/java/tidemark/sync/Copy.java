package tidemark.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.library.Library;
import tidemark.remote.CountingStore;
import tidemark.remote.RemoteStore;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.FaultyStore;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Value;
import tidemark.sync.format.Device;
import tidemark.sync.format.StateHash;
import tidemark.sync.state.Pause;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Progress;
import tidemark.sync.state.References;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.SyncedRecords;
import tidemark.sync.state.SyncedState;

/// One device's copy of a library, with its own connection to the shared store.
public final class Copy implements AutoCloseable {
    /// The death of the device's process in the middle of a request.
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Path folder;
    private final String name;
    private final RandomGenerator random;
    private final SteppedClock clock;
    private final Schema schema;
    final FaultyStore network;
    /// The store as the engine has it, with its requests counted.
    public final CountingStore counted;
    Pause pause = Pause.NONE;
    public Database database;
    SyncEngine engine;

    /// A device with an empty library in this folder.
    public Copy(Path folder, String name, RemoteStore store, SteppedClock clock, RandomGenerator random) {
        this(folder, name, store, clock, random, LibrarySchema.CURRENT);
    }

    Copy(Path folder, String name, RemoteStore store, SteppedClock clock, RandomGenerator random, Schema schema) {
        this.folder = folder;
        this.name = name;
        this.random = random;
        this.clock = clock;
        this.schema = schema;
        this.network = new FaultyStore(store, FaultPlan.none());
        this.counted = new CountingStore(network);
        this.database = open();
        this.engine = new SyncEngine(context());
    }

    private Database open() {
        return Database.open(folder.resolve(name + ".sqlite"), Database.Settings.of(schema, clock));
    }

    /// The context of an engine of this device.
    public SyncContext context() {
        var device = new Device(name, name);
        var scratch = folder.resolve(name + "-scratch");
        return new SyncContext(
                database, counted, () -> device, clock, random, scratch, () -> ConflictPolicy.ASK, pause);
    }

    /// Ends the process and starts it again; only the database is left.
    void restart() {
        database.close();
        database = open();
        engine = new SyncEngine(context());
    }

    /// Runs a round.
    public SyncResult sync() {
        return engine.sync(Progress.NONE);
    }

    /// Decides as the person does after the remote was rolled back.
    SyncResult decide(RollbackDecision decision) {
        return engine.decide(decision, Progress.NONE);
    }

    /// Runs a round under a policy of its own, as the command line does.
    SyncResult sync(ConflictPolicy policy) {
        return policy == ConflictPolicy.ASK ? sync() : new SyncEngine(context().with(policy)).sync(Progress.NONE);
    }

    Library library() {
        return new Library(database, clock, random, () -> name);
    }

    /// Writes fields of a record, which is inserted if it is not there.
    ///
    /// @param fields names and values in turn
    public void set(String table, String id, String... fields) {
        var row = row(fields);
        database.change(sql -> {
            var rows = new Rows(sql, schema);
            var record = new RecordId(table, id);
            if (rows.find(record).isPresent()) {
                rows.update(record, row.values().keySet(), row);
            } else {
                rows.insert(record, row);
            }
        });
    }

    /// Removes a record and everything that refers to it.
    public void purge(String table, String id) {
        database.change(sql -> {
            var rows = new Rows(sql, schema);
            var references = new References(sql, schema);
            for (var child : references.children(new RecordId(table, id))) {
                rows.delete(child);
            }
            rows.delete(new RecordId(table, id));
        });
    }

    Optional<Row> find(String table, String id) {
        return database.read(sql -> new Rows(sql, schema).find(new RecordId(table, id)));
    }

    /// The text of a column; empty when there is none.
    public String text(String table, String id, String column) {
        return find(table, id).flatMap(row -> row.text(column)).orElse("");
    }

    long pending() {
        return database.read(sql -> new Pending(sql).count());
    }

    Replica.Position position() {
        return database.read(sql -> new Replica(sql).position());
    }

    /// The state hash computed anew.
    StateHash recomputedHash() {
        return database.read(sql -> new SyncedRecords(sql, new SyncedState(sql, schema)).hash());
    }

    List<Row> conflicts() {
        return database.read(sql -> sql.list(
                "SELECT %s FROM conflict".formatted(Rows.columns(LibrarySchema.CONFLICT)),
                row -> Rows.row(LibrarySchema.CONFLICT, row, 1)));
    }

    /// Every row of every synced table.
    Map<RecordId, Row> rows() {
        return database.read(sql -> {
            var all = new TreeMap<RecordId, Row>();
            for (var table : schema.tables()) {
                sql.each(
                        "SELECT id, %s FROM \"%s\"".formatted(Rows.columns(table), table.name()),
                        row -> all.put(new RecordId(table.name(), row.getString(1)), Rows.row(table, row, 2)));
            }
            return all;
        });
    }

    List<String> ids(String table) {
        return database.read(
                sql -> sql.list("SELECT id FROM \"%s\" ORDER BY id".formatted(table), row -> row.getString(1)));
    }

    /// The merge history of records that were removed since.
    List<String> mergedAndRemoved() {
        return database.read(sql -> {
            var rows = new Rows(sql, schema);
            var values = new ArrayList<String>();
            for (var note : sql.list(
                    "SELECT tbl, id, mine || theirs FROM merged",
                    row -> List.of(row.getString(1), row.getString(2), row.getString(3)))) {
                if (rows.find(new RecordId(note.get(0), note.get(1))).isEmpty()) {
                    values.add(note.get(2));
                }
            }
            return values;
        });
    }

    List<String> twoOpenConflictsOfOneField() {
        var query = """
                SELECT tbl || '/' || record || ' ' || field FROM conflict WHERE resolution IS NULL
                GROUP BY tbl, record, field HAVING count(*) > 1""";
        return database.read(sql -> sql.list(query, row -> row.getString(1)));
    }

    List<String> conflictsAboutNothing() {
        return conflicts().stream()
                .filter(row -> find(
                                row.text("tbl").orElseThrow(),
                                row.text("record").orElseThrow())
                        .isEmpty())
                .map(Row::toString)
                .toList();
    }

    List<String> collectionsInsideThemselves() {
        var query = """
                WITH RECURSIVE above (id, at) AS (
                  SELECT id, parent FROM collection
                  UNION SELECT above.id, collection.parent FROM above JOIN collection ON collection.id = above.at)
                SELECT id FROM above WHERE id = at""";
        return database.read(sql -> sql.list(query, row -> row.getString(1)));
    }

    private static Row row(String... fields) {
        var row = Row.EMPTY;
        for (int i = 0; i < fields.length; i += 2) {
            row = row.with(fields[i], Optional.of(Value.of(fields[i + 1])));
        }
        return row;
    }

    @Override
    public void close() {
        database.close();
    }
}
