package tidemark.sync.state;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.sync.format.BatchLimits;

/// The pending rows that no batch can hold, found without reading all that is pending.
public final class UnsendableRows {
    /// A row with fewer bytes of text than this is not too large to be sent.
    private static final int SMALL = 4 << 20;

    private UnsendableRows() {}

    /// All of them, in the order in which they were first touched.
    public static List<Unsendable> all(Sql sql, Schema schema) throws SQLException {
        var state = new SyncedState(sql, schema);
        var unsendable = new ArrayList<>(UnreadableNotes.ofPending(sql));
        var unreadable = unsendable.stream().map(Unsendable::record).collect(Collectors.toSet());
        for (var record : suspects(sql, schema)) {
            if (!unreadable.contains(record)) {
                var item = Backlog.Item.of(state, state.pending().find(record).orElseThrow());
                item.flatMap(row -> row.refusal(BatchLimits.RELEASED))
                        .ifPresent(reason -> unsendable.add(new Unsendable(record, reason)));
            }
        }
        for (var record : ofUnknownTables(sql, schema)) {
            unsendable.add(new Unsendable(record, "this program does not know its table"));
        }
        return unsendable;
    }

    private static List<RecordId> ofUnknownTables(Sql sql, Schema schema) throws SQLException {
        return sql.list(
                "SELECT tbl, id FROM pending WHERE tbl NOT IN (SELECT value FROM json_each(?)) ORDER BY tx, tbl, id",
                row -> new RecordId(row.getString(1), row.getString(2)),
                Json.array(schema.tables().stream().map(Table::name).toList()));
    }

    /// The few pending rows with an odd id, much text, or fields that this program does not know. The others are not
    /// read: this is asked often, and all of a large library can be pending.
    private static List<RecordId> suspects(Sql sql, Schema schema) throws SQLException {
        var suspects = new ArrayList<RecordId>();
        for (var table : schema.tables()) {
            suspects.addAll(sql.list(
                    """
                    SELECT p.id FROM pending p LEFT JOIN "%s" t ON t.id = p.id
                    WHERE p.tbl = ? AND (octet_length(p.id) NOT BETWEEN 1 AND ? OR %s > ?
                      OR EXISTS (SELECT 1 FROM parked WHERE parked.tbl = p.tbl AND parked.id = p.id))
                    ORDER BY p.tx, p.id""".formatted(table.name(), bytes(table)),
                    row -> new RecordId(table.name(), row.getString(1)),
                    table.name(),
                    BatchLimits.RELEASED.id(),
                    SMALL));
        }
        return suspects;
    }

    private static String bytes(Table table) {
        return table.columnNames().stream()
                .map(name -> " + coalesce(octet_length(t.\"%s\"), 0)".formatted(name))
                .collect(Collectors.joining("", "coalesce(octet_length(p.base), 0)", ""));
    }
}
