package tidemark.conflict;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.db.Rows;
import tidemark.merge.Rule;
import tidemark.merge.TextMerge;
import tidemark.schema.Field;
import tidemark.schema.MergeKind;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// The effect of a choice between two versions of one field.
///
/// The record has mine, or a later edit of it. Only after a move that would have closed a cycle it has theirs.
final class FieldPlan {
    private final Rows rows;
    private final ConflictRow conflict;
    private final Table table;
    private final Field field;

    FieldPlan(Rows rows, ConflictRow conflict, Table table, Field field) {
        this.rows = rows;
        this.conflict = conflict;
        this.table = table;
        this.field = field;
    }

    Effect of(Choice choice, Row current) throws SQLException {
        var yielded = conflict.rule() == Rule.CYCLE;
        return switch (choice) {
            case Choice.Mine _ -> yielded ? set(current, conflict.mine()) : new Effect.Stays();
            case Choice.Theirs _ -> yielded ? new Effect.Stays() : set(current, version(conflict.theirs(), current));
            case Choice.Version(var value) -> version(value, current, yielded);
            case Choice.Merged(var value) -> set(current, value);
            case Choice.Both _ ->
                yielded || !RecordCopy.isPossible(table)
                        ? new Effect.Refused(ConflictException.notAllowed(choice.code()))
                        : copy(current);
        };
    }

    private Effect version(Row value, Row current, boolean yielded) throws SQLException {
        if (value.equals(conflict.mine())) {
            return of(new Choice.Mine(), current);
        }
        return yielded ? set(current, value) : set(current, version(value, current));
    }

    private Effect copy(Row current) throws SQLException {
        var others = RecordCopy.others(conflict);
        for (var other : others) {
            var problem = new ReferenceCheck(rows).problem(conflict.record(), field, other.value());
            if (problem.isPresent()) {
                return new Effect.Refused(problem.get());
            }
        }
        return new Effect.Copies(others.stream()
                .map(other -> RecordCopy.title(table, conflict, other, current))
                .toList());
    }

    /// The value with a version other than mine chosen. Of a text only the lines that it and mine changed are replaced:
    /// all else in it stays.
    private Row version(Row value, Row current) {
        if (field.kind() != MergeKind.TEXT) {
            return value;
        }
        var column = field.columns().getFirst().name();
        var base = conflict.base().text(column, "");
        var mine = conflict.mine().text(column, "");
        var theirs = value.text(column, "");
        var stood = TextMerge.merge(base, mine, theirs).text();
        var wanted = TextMerge.merge(base, theirs, mine).text();
        var now = TextMerge.merge(stood, wanted, current.text(column, "")).text();
        return Row.EMPTY.with(column, now.isEmpty() ? Optional.empty() : Optional.of(Value.of(now)));
    }

    private Effect set(Row current, Row value) throws SQLException {
        var names = field.columnNames();
        var was = current.only(names);
        var now = value.only(names);
        if (now.equals(was)) {
            return new Effect.Stays();
        }
        var problem = new ReferenceCheck(rows).problem(conflict.record(), field, now);
        return problem.isPresent() ? new Effect.Refused(problem.get()) : new Effect.Sets(field.name(), was, now);
    }
}
