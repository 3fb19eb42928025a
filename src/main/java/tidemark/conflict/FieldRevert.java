package tidemark.conflict;

import java.util.Optional;
import tidemark.merge.TextMerge;
import tidemark.schema.Field;
import tidemark.schema.MergeKind;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The revert of one change of a field, or its repetition, underneath later edits.
public final class FieldRevert {
    private FieldRevert() {}

    /// Replaces `from` by `to` underneath later edits: a three-way merge with base `from`. A value that is no text
    /// stays as it is once it was edited.
    public static Row of(Field field, Row from, Row current, Row to) {
        if (current.equals(from)) {
            return to;
        }
        if (field.kind() != MergeKind.TEXT) {
            return current;
        }
        var column = field.columns().getFirst().name();
        var now = TextMerge.merge(from.text(column, ""), current.text(column, ""), to.text(column, ""))
                .text();
        return Row.EMPTY.with(column, now.isEmpty() ? Optional.empty() : Optional.of(Value.of(now)));
    }
}
