package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.merge.FieldOutcome;
import tidemark.merge.RowMerge;
import tidemark.merge.Rule;
import tidemark.schema.Field;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.state.Pending;
import tidemark.sync.state.References;
import tidemark.sync.state.SyncedState;

/// The restoring of records from the trash that one side put there while the other edited something inside them.
final class TrashConflicts {
    /// A record changed by the batch.
    ///
    /// @param was its values when last in sync, empty when it did not exist
    /// @param theirs its values after the change
    record Reached(RecordId record, Optional<Row> was, Row theirs) {}

    private final SyncedState state;
    private final References references;
    private final ConflictRecorder recorder;

    TrashConflicts(Sql sql, SyncedState state, ConflictRecorder recorder) {
        this.state = state;
        this.references = new References(sql, state.schema());
        this.recorder = recorder;
    }

    /// Restores what must leave the trash because of these changes, and records the conflicts.
    void restoreAll(List<Reached> all) throws SQLException {
        for (var reached : all) {
            restoreIfEditedInside(reached);
            restoreHolders(reached);
        }
    }

    /// Restores a record that was trashed there and edited inside here.
    private void restoreIfEditedInside(Reached reached) throws SQLException {
        var record = reached.record();
        var trash = trash(record);
        var row = state.rows().find(record);
        if (trash.isEmpty()
                || row.isEmpty()
                || !isTrashed(trash.get(), row.get())
                || !isTrashed(trash.get(), reached.theirs())
                || reached.was().map(was -> isTrashed(trash.get(), was)).orElse(true)
                || !isEditedInside(record)) {
            return;
        }
        var restored = withoutTrash(trash.get(), row.get());
        var base = reached.was().orElse(Row.EMPTY);
        recorder.bothChanged(
                record,
                base,
                restored,
                reached.theirs(),
                FieldOutcome.conflict(trash.get(), Rule.TRASH_EDIT),
                restored);
        state.set(record, Optional.of(restored));
        state.pending().put(record, Optional.of(reached.theirs()));
    }

    private boolean isEditedInside(RecordId outer) throws SQLException {
        var seen = new HashSet<RecordId>();
        var queue = new ArrayDeque<>(references.contents(outer));
        while (!queue.isEmpty()) {
            var record = queue.remove();
            var row = state.rows().find(record);
            var trash = trash(record);
            if (row.isEmpty()
                    || !seen.add(record)
                    || trash.map(field -> isTrashed(field, row.get())).orElse(false)) {
                continue;
            }
            var entry = state.pending().find(record);
            if (entry.isPresent() && isEdited(record, entry.get().base(), row.get())) {
                return true;
            }
            queue.addAll(references.contents(record));
        }
        return false;
    }

    /// Restores the records, trashed here, that hold one which was edited there.
    private void restoreHolders(Reached reached) throws SQLException {
        var trash = trash(reached.record());
        var isOut = trash.map(field -> !isTrashed(field, reached.theirs())).orElse(true);
        if (!isOut || !isEdited(reached.record(), reached.was(), reached.theirs())) {
            return;
        }
        var seen = new HashSet<RecordId>();
        var queue = new ArrayDeque<>(references.holders(reached.record(), reached.theirs()));
        while (!queue.isEmpty()) {
            var holder = queue.remove();
            var row = state.rows().find(holder);
            if (row.isPresent() && seen.add(holder)) {
                restoreHolder(holder, row.get());
                queue.addAll(references.holders(holder, row.get()));
            }
        }
    }

    private void restoreHolder(RecordId holder, Row row) throws SQLException {
        var trash = trash(holder);
        var base = state.pending().find(holder).flatMap(Pending.Entry::base);
        if (trash.isEmpty() || base.isEmpty() || !isTrashed(trash.get(), row) || isTrashed(trash.get(), base.get())) {
            return;
        }
        var restored = withoutTrash(trash.get(), row);
        recorder.bothChanged(
                holder, base.get(), row, base.get(), FieldOutcome.conflict(trash.get(), Rule.TRASH_EDIT), restored);
        state.set(holder, Optional.of(restored));
        if (base.get().equals(restored)) {
            state.pending().remove(holder);
        }
    }

    private boolean isEdited(RecordId record, Optional<Row> was, Row now) {
        return was.isEmpty() || RowMerge.isEdited(state.schema().table(record.table()), was.get(), now);
    }

    private Optional<Field> trash(RecordId record) {
        return state.schema().table(record.table()).fields().stream()
                .filter(field -> field.kind() == MergeKind.TRASHED)
                .findFirst();
    }

    private static boolean isTrashed(Field trash, Row row) {
        return row.get(trash.name()).isPresent();
    }

    private static Row withoutTrash(Field trash, Row row) {
        return row.with(trash.name(), Optional.empty());
    }
}
