package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.conflict.ConflictRow;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
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
    boolean bringBack(RecordId record) throws SQLException {
        var entry = state.pending().find(record);
        if (entry.isEmpty()
                || entry.get().base().isEmpty()
                || state.rows().find(record).isPresent()) {
            return false;
        }
        var base = entry.get().base().get();
        state.stand(record, Optional.of(base));
        state.pending().remove(record);
        above(record);
        below(record);
        return true;
    }

    /// Restores the rows that this row refers to.
    void above(RecordId record) throws SQLException {
        var row = state.rows().find(record);
        if (row.isPresent()) {
            for (var parent : references.parents(record, row.get())) {
                bringBack(parent);
            }
        }
    }

    /// Restores the record of a conflict, removed here with it, when another device has resolved the conflict
    /// meanwhile: that resolution is first in the log, and it kept the record.
    void subject(RecordId record, Row base, Row theirs) throws SQLException {
        if (record.table().equals(LibrarySchema.CONFLICT.name())
                && new ConflictRow(record, theirs).isResolved()
                && !new ConflictRow(record, base).isResolved()) {
            bringBack(new ConflictRow(record, theirs).record());
        }
    }

    /// Restores the rows that referred to this row, and the conflicts about it.
    void below(RecordId record) throws SQLException {
        for (var conflict : references.removedConflicts(record)) {
            bringBack(conflict);
        }
        for (var child : references.removedChildren(record)) {
            bringBack(child);
        }
    }
}
