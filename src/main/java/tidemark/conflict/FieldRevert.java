package tidemark.conflict;

import java.util.Optional;
import tidemark.merge.TextMerge;
import tidemark.schema.Field;
import tidemark.schema.MergeKind;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// Takes one step of a field's history back, or again, under what was written on top of it.
public final class FieldRevert {
    private FieldRevert() {}

    /// What stands once `from` had been `to` all along.
    public static Row of(Field field, Row from, Row standing, Row to) {
        if (standing.equals(from)) {
            return to;
        }
        if (field.kind() != MergeKind.TEXT) {
            return standing;
        }
        var column = field.columns().getFirst().name();
        var now = TextMerge.merge(text(from, column), text(standing, column), text(to, column))
                .text();
        return Row.EMPTY.with(column, now.isEmpty() ? Optional.empty() : Optional.of(Value.of(now)));
    }

    private static String text(Row row, String column) {
        return row.text(column).orElse("");
    }
}
