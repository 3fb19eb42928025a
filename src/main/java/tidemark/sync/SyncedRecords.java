package tidemark.sync;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tidemark.db.Sql;
import tidemark.schema.RecordId;

/// All records of the synced state, wherever they lie: in tables, pending, or parked.
final class SyncedRecords {
    private final Sql sql;
    private final State state;

    SyncedRecords(Sql sql, State state) {
        this.sql = sql;
        this.state = state;
    }

    /// A snapshot of their names, so that rows may change while it is walked.
    Set<RecordId> all() throws SQLException {
        var records = new LinkedHashSet<RecordId>();
        for (var table : state.schema().tables()) {
            records.addAll(ids(table.name()));
        }
        for (var entry : state.pending().all()) {
            records.add(entry.record());
        }
        records.addAll(state.parked().all());
        var synced = new LinkedHashSet<RecordId>();
        for (var record : records) {
            if (state.synced(record).isPresent()) {
                synced.add(record);
            }
        }
        return synced;
    }

    /// The state hash, added up anew from every record.
    StateHash hash() throws SQLException {
        var hash = StateHash.EMPTY;
        for (var record : all()) {
            hash = hash.changed(record, Optional.empty(), state.synced(record));
        }
        return hash;
    }

    private List<RecordId> ids(String table) throws SQLException {
        return sql.list("SELECT id FROM \"%s\"".formatted(table), row -> new RecordId(table, row.getString(1)));
    }
}
