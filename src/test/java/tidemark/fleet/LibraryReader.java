package tidemark.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tidemark.db.Json;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Value;

/// A reader of the records in a library or a checkpoint, without any program's schema.
final class LibraryReader {
    private static final String UNSENT_DAYS = """
            SELECT p.due FROM project p JOIN pending q ON q.tbl = 'project' AND q.id = p.id
            WHERE p.id = 'twin1' AND p.due IS NOT NULL AND p.due IS NOT q.base ->> '$.due'""";

    private static final List<String> NO_FIELDS = List.of("n", "id", "edited");

    private final Sql sql;

    LibraryReader(Sql sql) {
        this.sql = sql;
    }

    /// Whether there is an outgoing batch, whose fate is not known here.
    boolean isSending() throws SQLException {
        return sql.number("SELECT count(*) FROM outgoing").orElse(0) > 0;
    }

    /// Every record, overlaid with its unknown fields.
    SortedMap<RecordId, Row> rows() throws SQLException {
        var rows = new TreeMap<RecordId, Row>();
        for (var table : sql.list("SELECT name FROM sqlite_schema WHERE type = 'table'", row -> row.getString(1))) {
            var columns = sql.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table);
            if (columns.containsAll(List.of("n", "id")) && !table.equals("merged")) {
                var fields = columns.stream()
                        .filter(column -> !NO_FIELDS.contains(column))
                        .toList();
                sql.each(
                        "SELECT * FROM \"%s\"".formatted(table),
                        row -> rows.put(new RecordId(table, row.getString("id")), row(row, fields)));
            }
        }
        sql.each(
                "SELECT tbl, id, fields FROM parked",
                row -> rows.merge(
                        new RecordId(row.getString(1), row.getString(2)), Json.row(row.getString(3)), Row::overlaid));
        return rows;
    }

    /// Every record as the log has it if nothing is pending: the rows of this schema, overlaid with the unknown fields.
    SortedMap<RecordId, Row> rows(Schema schema) throws SQLException {
        var all = new TreeMap<RecordId, Row>();
        for (var table : schema.tables()) {
            sql.each(
                    "SELECT id, %s FROM \"%s\"".formatted(Rows.columns(table), table.name()),
                    row -> all.put(new RecordId(table.name(), row.getString(1)), Rows.row(table, row, 2)));
        }
        sql.each(
                "SELECT tbl, id, fields FROM parked",
                row -> all.merge(
                        new RecordId(row.getString(1), row.getString(2)), Json.row(row.getString(3)), Row::overlaid));
        return all;
    }

    private static Row row(ResultSet from, List<String> fields) throws SQLException {
        var row = Row.EMPTY;
        for (var field : fields) {
            row = row.with(
                    field,
                    switch (from.getObject(field)) {
                        case null -> Optional.empty();
                        case String text -> Optional.of(Value.of(text));
                        default -> Optional.of(Value.of(from.getLong(field)));
                    });
        }
        return row;
    }

    /// The facts of a checkpoint.
    Map<String, String> facts() throws SQLException {
        var facts = new HashMap<String, String>();
        sql.each("SELECT key, value FROM checkpoint", row -> facts.put(row.getString(1), row.getString(2)));
        return facts;
    }

    /// The words of a library that were in sync, or that it gave up in a merge: all but the pending ones.
    Set<String> wordsInSync() throws SQLException {
        var words = new HashSet<String>();
        var rows = rows();
        rows.values().forEach(row -> Words.addFrom(row, words));
        for (var change : sql.list("SELECT tbl, id, base FROM pending", LibraryReader::pending)) {
            words.removeAll(change.unsent(Optional.ofNullable(rows.get(change.record()))));
        }
        for (var texts : sql.list("SELECT mine, theirs FROM merged", LibraryReader::texts)) {
            Words.addFrom(texts, words);
        }
        return words;
    }

    private static String texts(ResultSet row) throws SQLException {
        return row.getString(1) + " " + row.getString(2);
    }

    /// A pending row, with its base.
    private record Pending(RecordId record, Row base) {
        Set<String> unsent(Optional<Row> current) {
            var unsent = new HashSet<String>();
            current.ifPresent(row -> Words.addFrom(row, unsent));
            var known = new HashSet<String>();
            Words.addFrom(base, known);
            unsent.removeAll(known);
            return unsent;
        }
    }

    private static Pending pending(ResultSet row) throws SQLException {
        var base = row.getString(3);
        return new Pending(
                new RecordId(row.getString(1), row.getString(2)),
                base == null ? Row.EMPTY : Json.find(base).orElse(Row.EMPTY));
    }

    /// The due day of the twins, if it is pending.
    List<String> unsentDays() throws SQLException {
        return sql.list(UNSENT_DAYS, row -> row.getString(1));
    }
}
