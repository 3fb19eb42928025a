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

/// All records of the synced state, wherever they lie: in tables, pending, or parked.
public final class SyncedRecords {
    private final Sql sql;
    private final SyncedState state;

    public SyncedRecords(Sql sql, SyncedState state) {
        this.sql = sql;
        this.state = state;
    }

    /// Takes the records one by one.
    @FunctionalInterface
    interface Visitor {
        void visit(RecordId record, Row row) throws SQLException;
    }

    /// A snapshot of their names, so that rows may change while it is walked.
    public Set<RecordId> all() throws SQLException {
        var records = new LinkedHashSet<RecordId>();
        each((record, _) -> records.add(record));
        return records;
    }

    /// The state hash, added up anew from every record.
    public StateHash hash() throws SQLException {
        var sum = new StateHash[] {StateHash.EMPTY};
        each((record, row) -> sum[0] = sum[0].changed(record, Optional.empty(), Optional.of(row)));
        return sum[0];
    }

    /// Most rows are neither pending nor parked: what the table holds is their synced state. Only the others are
    /// looked at one by one.
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
