package tidemark.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// The synced rows as they are now, read and written by the declarations of their tables.
///
/// Writing a row queues it for the sync: the triggers of [ChangeCapture] note every change.
public final class Rows {
    /// The statements of one table, built once: an apply uses them several times for each row.
    private record Statements(Table table, String find, String insert) {
        static Statements of(Table table) {
            var columns = columns(table);
            var places = "?, ".repeat(table.columns().size() - 1) + "?";
            var edited = table.column(MODIFIED).isPresent() ? "min(ifnull(?, at), at)" : "at";
            return new Statements(
                    table,
                    "SELECT %s FROM \"%s\" WHERE id = ?".formatted(columns, table.name()),
                    "INSERT INTO \"%s\" (id, edited, %s) VALUES (?, (SELECT %s FROM tx), %s)"
                            .formatted(table.name(), columns, edited, places));
        }
    }

    private static final String MODIFIED = "modified";

    private final Sql sql;
    private final Schema schema;
    private final Map<String, Statements> statements = new HashMap<>();

    /// The rows seen through this transaction.
    public Rows(Sql sql, Schema schema) {
        this.sql = sql;
        this.schema = schema;
    }

    /// The row's values, or empty when there is no such row.
    public Optional<Row> find(RecordId record) throws SQLException {
        var of = statements(record);
        return sql.first(of.find(), result -> row(of.table(), result, 1), record.id());
    }

    private Statements statements(RecordId record) {
        return statements.computeIfAbsent(record.table(), name -> Statements.of(schema.table(name)));
    }

    /// Inserts the row with these values; the other columns are NULL. An imported row was last edited when
    /// its column `modified` says so, any other now.
    public void insert(RecordId record, Row row) throws SQLException {
        var of = statements(record);
        var values = of.table().columnNames().stream().map(row::get);
        var first = of.table().column(MODIFIED).isPresent()
                ? Stream.of(record.id(), row.get(MODIFIED))
                : Stream.of(record.id());
        sql.update(of.insert(), Stream.concat(first, values).toArray());
    }

    /// Sets these columns of the row to their values in `row`, or to NULL where `row` has none.
    public void update(RecordId record, Collection<String> columns, Row row) throws SQLException {
        var table = schema.table(record.table());
        var names =
                columns.stream().filter(name -> table.column(name).isPresent()).toList();
        if (names.isEmpty()) {
            return;
        }
        var assignments =
                names.stream().map(name -> ChangeCapture.quoted(name) + " = ?").collect(Collectors.joining(", "));
        sql.update(
                "UPDATE \"%s\" SET %s WHERE id = ?".formatted(table.name(), assignments),
                Stream.concat(names.stream().map(row::get), Stream.of(record.id()))
                        .toArray());
    }

    /// Removes the row.
    public void delete(RecordId record) throws SQLException {
        var table = schema.table(record.table());
        sql.update("DELETE FROM \"%s\" WHERE id = ?".formatted(table.name()), record.id());
    }

    /// The time of the row's last edit, in milliseconds since 1970; 0 when that is not known.
    public long edited(RecordId record) throws SQLException {
        var table = schema.table(record.table());
        return sql.number("SELECT edited FROM \"%s\" WHERE id = ?".formatted(table.name()), record.id())
                .orElse(0);
    }

    /// Sets the time of the row's last edit, in milliseconds since 1970; it is local, and shown to people.
    public void edited(RecordId record, long at) throws SQLException {
        var table = schema.table(record.table());
        sql.update("UPDATE \"%s\" SET edited = ? WHERE id = ?".formatted(table.name()), at, record.id());
    }

    /// Sets the time of the last edit of a row that came with a batch of the time `at`, in milliseconds
    /// since 1970. Of one that was imported elsewhere, and is new here, it is the time that its column
    /// `modified` tells, if earlier.
    public void received(RecordId record, boolean isNew, long at) throws SQLException {
        var imported = isNew && schema.table(record.table()).column(MODIFIED).isPresent()
                ? sql.number("SELECT modified FROM \"%s\" WHERE id = ?".formatted(record.table()), record.id())
                : OptionalLong.empty();
        edited(record, Math.min(imported.orElse(at), at));
    }

    /// The table's columns for a SELECT, in the order that [#row] reads.
    public static String columns(Table table) {
        return table.columns().stream()
                .map(column -> ChangeCapture.quoted(column.name()))
                .collect(Collectors.joining(", "));
    }

    /// The row that the result set is at; its columns begin at index `first`.
    public static Row row(Table table, ResultSet result, int first) throws SQLException {
        var values = new TreeMap<String, Value>();
        int index = first;
        for (var column : table.columns()) {
            switch (result.getObject(index++)) {
                case null -> {}
                case String text -> values.put(column.name(), Value.of(text));
                case Number number -> values.put(column.name(), Value.of(number.longValue()));
                case Object other -> throw new SQLException("a " + other.getClass() + " in " + column.name());
            }
        }
        return new Row(values);
    }
}
