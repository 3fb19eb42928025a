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

/// A checkpoint from the remote, opened. Only its content counts, and only when it is sound.
///
/// @param facts its table `checkpoint`
/// @param tables the columns of each synced table in it, known here or not
public record Checkpoint(Path file, Map<String, String> facts, Map<String, List<String>> tables) {
    private static final int PAGE = 500;

    /// The fact that makes a snapshot a fork of the log.
    public static final String FORK = "fork";

    /// The fact that is a hash of all the others. The state hash covers the rows; nothing else would show a wrong bit
    /// in the hash of the version.
    static final String SUM = "sum";

    /// A taker of the rows of a checkpoint, one by one.
    @FunctionalInterface
    interface Visitor {
        /// Takes a row.
        ///
        /// @param edited the time of its last edit, as the author knew it; no later than the checkpoint
        void visit(RecordId record, Row row, Optional<Instant> edited) throws SQLException, ChangeMismatch;
    }

    /// The checkpoint in this file; empty when it is damaged or no checkpoint, in which case the log is replayed
    /// instead.
    public static Optional<Checkpoint> open(Path file) {
        try {
            return SqliteFile.read(file, sql -> {
                if (!PlainTables.areAll(sql) || !sql.text("PRAGMA quick_check").equals(Optional.of("ok"))) {
                    return Optional.empty();
                }
                var checkpoint = new Checkpoint(file, facts(sql), tables(sql));
                checkpoint.requireSum();
                checkpoint.position();
                checkpoint.asChanges(_ -> {});
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

    /// The value of the fact [#SUM] for a checkpoint that is being written.
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

    /// Requires the sum to fit, if there is one: the first program to write checkpoints gave them none.
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

    /// Whether it is a fork: a device sent its state in place of what was there, so it may lack what other devices
    /// hold.
    boolean isFork() {
        return facts.containsKey(FORK);
    }

    /// The id of the library.
    String library() {
        return fact("library");
    }

    /// The lowest schema number whose programs may apply it.
    int minReader() {
        return Integer.parseInt(fact("minReader"));
    }

    /// Its version, with the hash of that batch and the state hash.
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

    /// The changes of this source, with the device and time of this checkpoint as their author.
    RemoteChanges asChanges(RemoteChanges.Source source) {
        var device = new Device(fact("device"), fact("deviceName"));
        return new RemoteChanges(
                device, Instant.parse(fact("time")), position().version(), RemoteChanges.Kind.STATE, source);
    }

    /// Visits all rows in it, unknown fields included.
    void each(Sql sql, Visitor visitor) throws SQLException, ChangeMismatch {
        var parked = new LinkedHashSet<>(checked(
                () -> sql.list("SELECT tbl, id FROM parked", row -> new RecordId(row.getString(1), row.getString(2)))));
        for (var table : tables.keySet()) {
            for (var page = page(sql, table, Long.MIN_VALUE); !page.isEmpty(); ) {
                for (var entry : page) {
                    if (!parked.contains(entry.record())) {
                        visitor.visit(entry.record(), entry.row(), entry.edited());
                    }
                }
                page = page(sql, table, page.getLast().n());
            }
        }
        for (var record : parked) {
            visitor.visit(record, find(sql, record).orElse(Row.EMPTY), edited(sql, record));
        }
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    /// Reads from the checkpoint; a failure is the checkpoint's, not that of the library that its rows are merged into.
    private static <T> T checked(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException | JacksonException | IllegalArgumentException e) {
            throw new Unsound("it holds what is no row: " + e.getMessage(), e);
        }
    }

    /// The failure of a checkpoint that contradicts itself or cannot be read; rolls back the transaction that installs
    /// it.
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

    private record PageRow(long n, RecordId record, Row row, Optional<Instant> edited) {}

    /// The next rows of a table: to find each by its id takes several times as long.
    private List<PageRow> page(Sql sql, String table, long after) {
        var columns = tables.getOrDefault(table, List.of());
        return checked(() -> sql.list(
                "SELECT n, edited, id, \"%s\" FROM \"%s\" WHERE n > ? ORDER BY n LIMIT %d"
                        .formatted(String.join("\", \"", columns), table, PAGE),
                result -> new PageRow(
                        result.getLong(1),
                        new RecordId(table, result.getString(3)),
                        row(columns, result, 4),
                        edited(result.getLong(2))),
                after));
    }

    private Optional<Instant> edited(long millis) {
        return Optional.of(Instant.ofEpochMilli(millis))
                .filter(at -> millis > 0 && !at.isAfter(Instant.parse(fact("time"))));
    }

    private Optional<Instant> edited(Sql sql, RecordId record) {
        return tables.containsKey(record.table())
                ? checked(() -> sql.first(
                                "SELECT edited FROM \"%s\" WHERE id = ?".formatted(record.table()),
                                result -> edited(result.getLong(1)),
                                record.id())
                        .flatMap(found -> found))
                : Optional.empty();
    }

    /// The values of the record in it, if it has the record.
    Optional<Row> find(Sql sql, RecordId record) {
        return checked(() -> read(sql, record));
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
