package tidemark.sync.state;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.StateHash;

/// All records of the synced state, wherever they are kept: in tables, pending, or as unknown fields.
public final class SyncedRecords {
    private final Sql sql;
    private final SyncedState state;

    /// The records of this state, in the transaction of `sql`.
    public SyncedRecords(Sql sql, SyncedState state) {
        this.sql = sql;
        this.state = state;
    }

    /// A taker of the records, one by one.
    @FunctionalInterface
    interface Visitor {
        void visit(RecordId record, Row row) throws SQLException;
    }

    /// The ids of all records, collected first, so that rows may change while they are walked.
    public Set<RecordId> all() throws SQLException {
        var records = new LinkedHashSet<RecordId>();
        each((record, _) -> records.add(record));
        return records;
    }

    /// The state hash, computed anew from every record.
    public StateHash hash() throws SQLException {
        var sum = new StateHash[] {StateHash.EMPTY};
        each((record, row) -> sum[0] = sum[0].changed(record, Optional.empty(), Optional.of(row)));
        return sum[0];
    }

    /// Visits each record with its synced values. Most rows are neither pending nor have unknown fields: the table
    /// holds their synced state. Only the others are read one by one.
    private void each(Visitor visitor) throws SQLException {
        var special = new LinkedHashSet<RecordId>();
        state.pending().all().forEach(entry -> special.add(entry.record()));
        special.addAll(state.unknown().all());
        for (var table : state.schema().tables()) {
            sql.each("SELECT id, %s FROM \"%s\"".formatted(Rows.columns(table), table.name()), result -> {
                var record = new RecordId(table.name(), result.getString(1));
                if (!special.contains(record)) {
                    visitor.visit(record, Rows.row(table, result, 2));
                }
            });
        }
        for (var record : special) {
            var row = state.synced(record);
            if (row.isPresent()) {
                visitor.visit(record, row.get());
            }
        }
    }
}
