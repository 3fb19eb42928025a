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
            case Choice.Theirs _ -> yielded ? new Effect.Stays() : set(current, theirs(current));
            case Choice.Merged(var value) -> set(current, value);
            case Choice.Both _ ->
                yielded || !RecordCopy.isPossible(table)
                        ? new Effect.Refused(ConflictException.notAllowed(choice.code()))
                        : copy(current);
        };
    }

    private Effect copy(Row current) throws SQLException {
        return new ReferenceCheck(rows)
                .problem(conflict.record(), field, conflict.theirs())
                .<Effect>map(Effect.Refused::new)
                .orElseGet(() -> new Effect.Copies(RecordCopy.title(table, conflict, current)));
    }

    /// The value with theirs chosen. Of a text only the lines that both sides changed are replaced: all else in it
    /// stays.
    private Row theirs(Row current) {
        if (field.kind() != MergeKind.TEXT) {
            return conflict.theirs();
        }
        var column = field.columns().getFirst().name();
        var base = conflict.base().text(column, "");
        var mine = conflict.mine().text(column, "");
        var theirs = conflict.theirs().text(column, "");
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
