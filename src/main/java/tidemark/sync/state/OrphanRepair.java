package tidemark.sync.state;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The repair of references that another tool, writing without foreign keys, left broken, before they are sent to other
/// devices.
///
/// A removed row that others still refer to is restored; a reference to a row that never was here becomes NULL; a
/// conflict about a row that is gone is removed.
public final class OrphanRepair {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanRepair.class);

    private final SyncedState state;
    private final References references;

    /// A repair of the pending rows, in the transaction of `sql`.
    public OrphanRepair(Sql sql, SyncedState state) {
        this.state = state;
        this.references = new References(sql, state.schema());
    }

    /// Repairs all pending rows.
    public void repair() throws SQLException {
        for (var entry : state.pending().all()) {
            if (state.knows(entry.record())) {
                repair(entry);
            }
        }
    }

    private void repair(Pending.Entry entry) throws SQLException {
        var row = state.rows().find(entry.record());
        if (row.isEmpty()) {
            restoreIfReferred(entry);
        } else {
            clearDangling(entry.record(), row.get());
        }
    }

    private void restoreIfReferred(Pending.Entry entry) throws SQLException {
        if (entry.base().isPresent() && !references.children(entry.record()).isEmpty()) {
            LOG.warn("{} was removed while others refer to it; it is restored", entry.record());
            state.rows().insert(entry.record(), entry.base().get());
            return;
        }
        for (var conflict : references.conflicts(entry.record())) {
            state.rows().delete(conflict);
        }
    }

    private void clearDangling(RecordId record, Row row) throws SQLException {
        for (var column : state.schema().table(record.table()).references().toList()) {
            var id = row.text(column.name());
            if (id.isPresent()
                    && !references.exists(new RecordId(column.references().orElseThrow(), id.get()))) {
                LOG.warn("{} refers to a {} that does not exist; the reference is cleared", record, column.name());
                state.rows().update(record, List.of(column.name()), row.with(column.name(), Optional.empty()));
            }
        }
    }
}
