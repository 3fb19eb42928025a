package tidemark.library.undo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.ConflictException;
import tidemark.conflict.ReferenceCheck;
import tidemark.db.RowChange;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.undo.RevertPlan.Step;
import tidemark.merge.TextMerge;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// The revert of changes, in one transaction, underneath what was written since.
///
/// A field that still has the value of the change goes back to the one before; a text is merged, as in a pull. Where
/// somebody changed the field since, the revert meets that edit: it says so and leaves it alone until a person chooses.
final class Revert {
    private final Sql sql;
    private final Schema schema;
    private final Rows rows;
    private final List<Step> steps = new ArrayList<>();
    private final List<LaterEdit> later = new ArrayList<>();

    private Revert(Sql sql, Schema schema) {
        this.sql = sql;
        this.schema = schema;
        this.rows = new Rows(sql, schema);
    }

    /// The plan that reverts these changes, each of another row, on the rows of this transaction.
    ///
    /// @param isRedo whether the changes were themselves made by an undo
    static RevertPlan plan(Sql sql, Schema schema, List<RowChange> changes, boolean isRedo) throws SQLException {
        var revert = new Revert(sql, schema);
        var created = new Creations(sql, schema, isRedo);
        for (var change : changes) {
            if (change.was().isEmpty()) {
                created.add(change);
            } else if (change.now().isEmpty()) {
                revert.insertAgain(change.record(), change.was().get(), changes);
            } else {
                revert.setBack(change.record(), change.was().get(), change.now().get());
            }
        }
        revert.steps.addAll(created.steps());
        return new RevertPlan(revert.steps, revert.later);
    }

    private void insertAgain(RecordId record, Row was, List<RowChange> changes) throws SQLException {
        var current = rows.find(record);
        if (current.isPresent()) {
            if (!current.get().equals(was)) {
                later.add(new LaterEdit(record, LaterEdit.RECORD, was, current.get(), Optional.empty()));
            }
            return;
        }
        for (var column : schema.table(record.table()).references().toList()) {
            var parent = parent(column, was);
            if (parent.isPresent() && rows.find(parent.get()).isEmpty() && !comesAgain(parent.get(), changes)) {
                later.add(new LaterEdit(
                        record, LaterEdit.RECORD, was, Row.EMPTY, Optional.of(ConflictException.parentGone())));
                return;
            }
        }
        steps.add(new Step.Insert(record, was));
    }

    private static Optional<RecordId> parent(Column column, Row row) {
        return row.text(column.name())
                .map(id -> new RecordId(column.references().orElseThrow(), id));
    }

    private static boolean comesAgain(RecordId record, List<RowChange> changes) {
        return changes.stream()
                .anyMatch(
                        change -> change.record().equals(record) && change.now().isEmpty());
    }

    private void setBack(RecordId record, Row was, Row now) throws SQLException {
        var current = rows.find(record);
        if (current.isEmpty()) {
            later.add(new LaterEdit(record, LaterEdit.RECORD, was, Row.EMPTY, Optional.empty()));
            return;
        }
        for (var field : schema.table(record.table()).fields()) {
            var before = was.only(field.columnNames());
            var after = now.only(field.columnNames());
            if (!before.equals(after)) {
                setBack(record, field, before, after, current.get().only(field.columnNames()));
            }
        }
    }

    private void setBack(RecordId record, Field field, Row was, Row now, Row current) throws SQLException {
        if (current.equals(was)) {
            return;
        }
        var value = reverted(field, was, now, current);
        var obstacle = new ReferenceCheck(rows).problem(record, field, was);
        if (value.isPresent() && obstacle.isEmpty()) {
            steps.add(new Step.Set(record, field, value.get()));
        } else {
            later.add(new LaterEdit(record, field.name(), was, current, obstacle));
        }
    }

    /// The value with the change taken back; empty where it meets a later edit.
    private static Optional<Row> reverted(Field field, Row was, Row now, Row current) {
        if (current.equals(now)) {
            return Optional.of(was);
        }
        return switch (field.kind()) {
            case TEXT -> text(field.columns().getFirst().name(), was, now, current);
            case POSITION -> Optional.of(was);
            case PARENT -> parent(field, now, current) ? Optional.of(was) : Optional.empty();
            // Two times of one trashing agree, whoever trashed it.
            case TRASHED -> current.equals(Row.EMPTY) == now.equals(Row.EMPTY) ? Optional.of(was) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean parent(Field field, Row now, Row current) {
        return field.columns().stream()
                .filter(column -> column.references().isPresent())
                .allMatch(column -> now.get(column.name()).equals(current.get(column.name())));
    }

    private static Optional<Row> text(String column, Row was, Row now, Row current) {
        var merged = TextMerge.merge(now.text(column, ""), current.text(column, ""), was.text(column, ""));
        if (!merged.isClean()) {
            return Optional.empty();
        }
        var text = merged.text();
        return Optional.of(Row.EMPTY.with(column, text.isEmpty() ? was.get(column) : Optional.of(Value.of(text))));
    }

    /// Carries out a plan's steps.
    ///
    /// @param replaces whether later edits are replaced by what was, where nothing stands against it
    static void carryOut(Sql sql, Schema schema, RevertPlan plan, boolean replaces) throws SQLException {
        var revert = new Revert(sql, schema);
        for (var table : schema.tables()) {
            for (var step : plan.steps()) {
                if (step instanceof Step.Insert(var record, var row)
                        && record.table().equals(table.name())) {
                    revert.rows.insert(record, row);
                }
            }
        }
        for (var step : plan.steps()) {
            revert.carryOut(step);
        }
        if (replaces) {
            for (var edit : plan.later()) {
                revert.replace(edit);
            }
        }
    }

    private void carryOut(Step step) throws SQLException {
        switch (step) {
            case Step.Set(var record, var field, var value) -> rows.update(record, field.columnNames(), value);
            case Step.Remove(var record) -> rows.delete(record);
            case Step.Trash(var record) -> {
                var field = schema.table(record.table()).trash().orElseThrow();
                var at = sql.number("SELECT at FROM tx").orElse(0);
                rows.update(record, field.columnNames(), Row.EMPTY.with(field.name(), Optional.of(Value.of(at))));
            }
            case Step.Insert _ -> {}
        }
    }

    private void replace(LaterEdit edit) throws SQLException {
        if (edit.obstacle().isPresent()) {
            return;
        }
        var table = schema.table(edit.record().table());
        if (rows.find(edit.record()).isEmpty()) {
            rows.insert(edit.record(), edit.was());
        } else {
            rows.update(edit.record(), columns(table, edit.field()), edit.was());
        }
    }

    private static List<String> columns(Table table, String field) {
        return field.equals(LaterEdit.RECORD)
                ? table.columnNames()
                : table.field(field).columnNames();
    }
}
