package tidemark.sync.checkpoint;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.db.DatabaseException;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.apply.RemoteChanges;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Device;
import tidemark.sync.format.Hash;
import tidemark.sync.format.StateHash;
import tidemark.sync.format.Version;
import tidemark.sync.state.Replica;
import tools.jackson.core.JacksonException;

/// A checkpoint that came from the remote. It is believed only for what is inside it, and only when it is sound.
///
/// @param facts its table `checkpoint`
/// @param tables the columns of each synced table in it, known here or not
public record Checkpoint(Path file, Map<String, String> facts, Map<String, List<String>> tables) {
    private static final int PAGE = 500;

    /// The fact that makes a base a fork of the log.
    public static final String FORK = "fork";

    /// The fact that sums up all the others. The state hash vouches for the rows; of a wrong bit in the hash of the
    /// version, nothing else would tell.
    static final String SUM = "sum";

    /// Takes the rows of a checkpoint one by one.
    @FunctionalInterface
    interface Visitor {
        void visit(RecordId record, Row row) throws SQLException, ChangeMismatch;
    }

    /// Opens the file; empty when it is damaged or no checkpoint, in which case the log is replayed instead.
    public static Optional<Checkpoint> open(Path file) {
        try {
            return SqliteFile.read(file, sql -> {
                if (!PlainTables.areAll(sql) || !sql.text("PRAGMA quick_check").equals(Optional.of("ok"))) {
                    return Optional.empty();
                }
                var checkpoint = new Checkpoint(file, facts(sql), tables(sql));
                checkpoint.requireSum();
                checkpoint.position();
                checkpoint.incoming(_ -> {});
                checkpoint.minReader();
                checkpoint.lastCommits();
                return Optional.of(checkpoint);
            });
        } catch (DatabaseException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> facts(Sql sql) throws SQLException {
        var facts = new HashMap<String, String>();
        sql.each("SELECT key, value FROM checkpoint", row -> facts.put(row.getString(1), row.getString(2)));
        return facts;
    }

    private static Map<String, List<String>> tables(Sql sql) throws SQLException {
        var tables = new LinkedHashMap<String, List<String>>();
        for (var name : sql.list("SELECT name FROM sqlite_schema WHERE type = 'table'", row -> row.getString(1))) {
            var columns = sql.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), name);
            if (BatchLimits.isName(name) && columns.contains("id") && columns.contains("n")) {
                tables.put(
                        name,
                        columns.stream()
                                .filter(BatchLimits::isName)
                                .filter(column -> !List.of("n", "id", "edited").contains(column))
                                .toList());
            }
        }
        return tables;
    }

    /// What the sum of a checkpoint in the making must be.
    static Hash sum(Sql sql) throws SQLException {
        return sum(facts(sql));
    }

    /// The SHA-256 of all facts but the sum itself, each as a line `key=value`, in the order of their keys.
    private static Hash sum(Map<String, String> facts) {
        var lines = new StringBuilder();
        new TreeMap<>(facts).forEach((key, value) -> {
            if (!key.equals(SUM)) {
                lines.append(key).append('=').append(value).append('\n');
            }
        });
        return Hash.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The first program to write checkpoints gave them no sum.
    private void requireSum() {
        var sum = facts.get(SUM);
        if (sum != null && !sum.equals(sum(facts).value())) {
            throw new IllegalArgumentException("the checkpoint's facts do not have the sum that it names");
        }
    }

    private String fact(String key) {
        var value = facts.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the checkpoint lacks its " + key);
        }
        return value;
    }

    /// Whether it may not contain all that other devices hold: a device sent its state in place of what was there.
    boolean isFork() {
        return facts.containsKey(FORK);
    }

    String library() {
        return fact("library");
    }

    int minReader() {
        return Integer.parseInt(fact("minReader"));
    }

    Replica.Position position() {
        return new Replica.Position(
                new Version(Long.parseLong(fact("version"))),
                new Hash(fact("hash")),
                StateHash.parse(fact("stateHash")));
    }

    /// The newest commit of each device at that version.
    Map<String, CommitId> lastCommits() {
        var commits = new TreeMap<String, CommitId>();
        facts.forEach((key, value) -> {
            if (key.startsWith("commit.")) {
                commits.put(key.substring("commit.".length()), new CommitId(value));
            }
        });
        return commits;
    }

    RemoteChanges incoming(RemoteChanges.Source source) {
        var device = new Device(fact("device"), fact("deviceName"));
        return new RemoteChanges(device, Instant.parse(fact("time")), position().version(), source);
    }

    /// Walks all rows in it, parked fields included.
    void each(Sql sql, Visitor visitor) throws SQLException, ChangeMismatch {
        var parked = new LinkedHashSet<>(sound(
                () -> sql.list("SELECT tbl, id FROM parked", row -> new RecordId(row.getString(1), row.getString(2)))));
        for (var table : tables.keySet()) {
            for (var page = page(sql, table, Long.MIN_VALUE); !page.isEmpty(); ) {
                for (var line : page) {
                    if (!parked.contains(line.record())) {
                        visitor.visit(line.record(), line.row());
                    }
                }
                page = page(sql, table, page.getLast().n());
            }
        }
        for (var record : parked) {
            visitor.visit(record, find(sql, record).orElse(Row.EMPTY));
        }
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    /// What fails here is the checkpoint, not the library that its rows are laid over.
    private static <T> T sound(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException | JacksonException | IllegalArgumentException e) {
            throw new Unsound("it holds what is no row: " + e.getMessage(), e);
        }
    }

    /// A checkpoint that contradicts itself or cannot be read; undoes the transaction that takes it.
    static final class Unsound extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String why;

        Unsound(String why) {
            super(why);
            this.why = why;
        }

        Unsound(String why, Throwable cause) {
            super(why, cause);
            this.why = why;
        }
    }

    private record Line(long n, RecordId record, Row row) {}

    /// Many rows at once: to look each up by its id takes several times as long.
    private List<Line> page(Sql sql, String table, long after) {
        var columns = tables.getOrDefault(table, List.of());
        return sound(() -> sql.list(
                "SELECT n, id, \"%s\" FROM \"%s\" WHERE n > ? ORDER BY n LIMIT %d"
                        .formatted(String.join("\", \"", columns), table, PAGE),
                result ->
                        new Line(result.getLong(1), new RecordId(table, result.getString(2)), row(columns, result, 3)),
                after));
    }

    /// The record in it, if it has it.
    Optional<Row> find(Sql sql, RecordId record) {
        return sound(() -> read(sql, record));
    }

    private Optional<Row> read(Sql sql, RecordId record) throws SQLException {
        var parked = sql.text("SELECT fields FROM parked WHERE tbl = ? AND id = ?", record.table(), record.id())
                .map(Json::row);
        var columns = tables.get(record.table());
        if (columns == null) {
            return parked;
        }
        var names = String.join("\", \"", columns);
        var row = sql.first(
                "SELECT \"%s\" FROM \"%s\" WHERE id = ?".formatted(names, record.table()),
                result -> row(columns, result, 1),
                record.id());
        return row.isEmpty()
                ? parked
                : row.map(known -> parked.map(known::overlaid).orElse(known));
    }

    private static Row row(List<String> columns, ResultSet result, int first) throws SQLException {
        var values = new TreeMap<String, Value>();
        for (int i = 0; i < columns.size(); i++) {
            switch (result.getObject(first + i)) {
                case null -> {}
                case String text -> values.put(columns.get(i), Value.of(text));
                case Number number -> values.put(columns.get(i), Value.of(number.longValue()));
                case Object other -> throw new SQLException("a " + other.getClass() + " in a checkpoint");
            }
        }
        return new Row(values);
    }
}
