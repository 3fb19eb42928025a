package tidemark.sync.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;

/// The rows with unsent changes, each with its values when it was last in sync.
public final class Pending {
    private final Sql sql;

    /// The pending rows, in the transaction of this connection.
    public Pending(Sql sql) {
        this.sql = sql;
    }

    /// A row with unsent changes.
    ///
    /// @param base the row when it was last in sync; empty when it did not exist then, or cannot be read
    /// @param isReadable whether the base can be read: another tool may have written there what is no row
    /// @param tx the local transaction that first touched it since
    public record Entry(RecordId record, Optional<Row> base, boolean isReadable, long tx) {}

    /// The entry of this record, if it is pending.
    public Optional<Entry> find(RecordId record) throws SQLException {
        return sql.first(
                "SELECT tbl, id, base, tx FROM pending WHERE tbl = ? AND id = ?",
                Pending::entry,
                record.table(),
                record.id());
    }

    /// All of them, in the order in which they were first touched.
    public List<Entry> all() throws SQLException {
        return sql.list("SELECT tbl, id, base, tx FROM pending ORDER BY tx, tbl, id", Pending::entry);
    }

    /// Whether a row of this table is among them.
    public boolean has(String table) throws SQLException {
        return sql.exists("SELECT 1 FROM pending WHERE tbl = ?", table);
    }

    /// The number of pending rows.
    public long count() throws SQLException {
        return sql.number("SELECT count(*) FROM pending").orElse(0);
    }

    /// Makes the row pending against this base, or changes the base it is pending against.
    public void put(RecordId record, Optional<Row> base) throws SQLException {
        sql.update("""
                INSERT INTO pending (tbl, id, base, tx) VALUES (?, ?, ?, (SELECT number FROM tx))
                ON CONFLICT (tbl, id) DO UPDATE SET base = excluded.base""", record.table(), record.id(), base.map(Json::of));
    }

    /// Makes the row no longer pending.
    public void remove(RecordId record) throws SQLException {
        sql.update("DELETE FROM pending WHERE tbl = ? AND id = ?", record.table(), record.id());
    }

    /// Drops the rows that hold again what they held when last in sync, except those on their way to the remote
    /// (rule 2), and forgets which transactions belong together when nothing is left. Returns how many are left.
    long dropUnchanged(Schema schema) throws SQLException {
        for (var table : schema.tables()) {
            var columns = table.columns().stream().map(column -> column.name()).toList();
            var same = columns.stream()
                    .map(name -> "t.\"%s\" IS (pending.base ->> '$.%s')".formatted(name, name))
                    .reduce((a, b) -> a + " AND " + b)
                    .orElse("1");
            sql.update("""
                    DELETE FROM pending WHERE tbl = ?
                      AND NOT EXISTS (SELECT 1 FROM outgoing_row o WHERE o.tbl = pending.tbl AND o.id = pending.id)
                      AND CASE WHEN NOT json_valid(base) THEN 0 WHEN json_type(base) <> 'object' THEN 0
                          WHEN base IS NULL THEN NOT EXISTS (SELECT 1 FROM "%1$s" t WHERE t.id = pending.id)
                          ELSE EXISTS (SELECT 1 FROM "%1$s" t WHERE t.id = pending.id AND %2$s) END""".formatted(table.name(), same), table.name());
        }
        var left = count();
        if (left == 0) {
            sql.update("DELETE FROM tx_link");
        }
        return left;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var base = Optional.ofNullable(row.getString(3));
        var known = base.flatMap(Json::find);
        return new Entry(
                new RecordId(row.getString(1), row.getString(2)),
                known,
                base.isPresent() == known.isPresent(),
                row.getLong(4));
    }
}
