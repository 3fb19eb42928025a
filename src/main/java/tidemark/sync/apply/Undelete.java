package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.conflict.ConflictRow;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.sync.state.References;
import tidemark.sync.state.SyncedState;

/// The restoring of rows that were removed here and not sent yet, because another device edited them: their parents and
/// children are restored with them.
final class Undelete {
    private final SyncedState state;
    private final References references;

    Undelete(Sql sql, SyncedState state) {
        this.state = state;
        this.references = new References(sql, state.schema());
    }

    /// Restores the removed row with its values when last in sync, if it is such a row; returns whether it was.
    boolean restore(RecordId record) throws SQLException {
        var entry = state.pending().find(record);
        if (entry.isEmpty()
                || entry.get().base().isEmpty()
                || state.rows().find(record).isPresent()) {
            return false;
        }
        var base = entry.get().base().get();
        state.set(record, Optional.of(base));
        state.pending().remove(record);
        restoreParents(record);
        restoreChildren(record);
        return true;
    }

    /// Restores the rows that this row refers to.
    void restoreParents(RecordId record) throws SQLException {
        var row = state.rows().find(record);
        if (row.isPresent()) {
            for (var parent : references.parents(record, row.get())) {
                restore(parent);
            }
        }
    }

    /// Restores the record of a conflict, if it was removed here; returns whether it was.
    boolean restoreSubject(ConflictRow conflict) throws SQLException {
        return state.knows(conflict.record()) && restore(conflict.record());
    }

    /// Restores the rows that referred to this row, and the conflicts about it.
    void restoreChildren(RecordId record) throws SQLException {
        for (var conflict : references.removedConflicts(record)) {
            restore(conflict);
        }
        for (var child : references.removedChildren(record)) {
            restore(child);
        }
    }
}
