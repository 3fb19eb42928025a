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
    void settle(List<Reached> all) throws SQLException {
        for (var reached : all) {
            comeBackIfEditedInside(reached);
            bringBackWhatHolds(reached);
        }
    }

    /// Restores a record that was trashed there and edited inside here.
    private void comeBackIfEditedInside(Reached reached) throws SQLException {
        var record = reached.record();
        var trash = trash(record);
        var row = state.rows().find(record);
        if (trash.isEmpty()
                || row.isEmpty()
                || !isIn(trash.get(), row.get())
                || !isIn(trash.get(), reached.theirs())
                || reached.was().map(was -> isIn(trash.get(), was)).orElse(true)
                || !isEditedInside(record)) {
            return;
        }
        var back = out(trash.get(), row.get());
        var base = reached.was().orElse(Row.EMPTY);
        recorder.bothChanged(
                record, base, back, reached.theirs(), FieldOutcome.conflict(trash.get(), Rule.TRASH_EDIT), back);
        state.stand(record, Optional.of(back));
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
                    || trash.map(field -> isIn(field, row.get())).orElse(false)) {
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
    private void bringBackWhatHolds(Reached reached) throws SQLException {
        var trash = trash(reached.record());
        var isOut = trash.map(field -> !isIn(field, reached.theirs())).orElse(true);
        if (!isOut || !isEdited(reached.record(), reached.was(), reached.theirs())) {
            return;
        }
        var seen = new HashSet<RecordId>();
        var queue = new ArrayDeque<>(references.holders(reached.record(), reached.theirs()));
        while (!queue.isEmpty()) {
            var holder = queue.remove();
            var row = state.rows().find(holder);
            if (row.isPresent() && seen.add(holder)) {
                bringBack(holder, row.get());
                queue.addAll(references.holders(holder, row.get()));
            }
        }
    }

    private void bringBack(RecordId holder, Row row) throws SQLException {
        var trash = trash(holder);
        var base = state.pending().find(holder).flatMap(Pending.Entry::base);
        if (trash.isEmpty() || base.isEmpty() || !isIn(trash.get(), row) || isIn(trash.get(), base.get())) {
            return;
        }
        var back = out(trash.get(), row);
        recorder.bothChanged(
                holder, base.get(), row, base.get(), FieldOutcome.conflict(trash.get(), Rule.TRASH_EDIT), back);
        state.stand(holder, Optional.of(back));
        if (base.get().equals(back)) {
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

    private static boolean isIn(Field trash, Row row) {
        return row.get(trash.name()).isPresent();
    }

    private static Row out(Field trash, Row row) {
        return row.with(trash.name(), Optional.empty());
    }
}
