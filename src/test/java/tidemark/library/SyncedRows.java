package tidemark.library;

import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The current rows of all synced tables, also those that were edited and not sent yet.
public final class SyncedRows {
    private static final String PENDING = "SELECT tbl || ' ' || id || ' ' || ifnull(base, '') FROM pending ORDER BY 1";

    private SyncedRows() {}

    /// The rows of this library now.
    public static SortedMap<RecordId, Row> of(Library library) {
        return library.read(SyncedRows::of);
    }

    /// The rows as this transaction sees them.
    public static SortedMap<RecordId, Row> of(Sql sql) throws SQLException {
        var rows = new TreeMap<RecordId, Row>();
        for (var table : LibrarySchema.CURRENT.tables()) {
            sql.each(
                    "SELECT id, %s FROM \"%s\"".formatted(Rows.columns(table), table.name()),
                    row -> rows.put(new RecordId(table.name(), row.getString(1)), Rows.row(table, row, 2)));
        }
        return rows;
    }

    /// The rows that wait to be sent, each with what it was when last in sync.
    public static List<String> pending(Sql sql) throws SQLException {
        return sql.list(PENDING, row -> row.getString(1));
    }
}
