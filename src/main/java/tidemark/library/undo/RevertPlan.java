package tidemark.library.undo;

import java.util.List;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The steps of a revert that meet nothing, and the later edits that stand against the rest.
record RevertPlan(List<Step> steps, List<LaterEdit> later) {
    /// A change of one row.
    sealed interface Step {
        /// Sets a field.
        record Set(RecordId record, Field field, Row value) implements Step {}

        /// Creates a removed row again.
        record Insert(RecordId record, Row row) implements Step {}

        /// Removes a created row of which nothing was sent.
        record Remove(RecordId record) implements Step {}

        /// Puts a created record into the trash, because it was sent, edited, or holds others by now.
        record Trash(RecordId record) implements Step {}
    }

    RevertPlan {
        steps = List.copyOf(steps);
        later = List.copyOf(later);
    }
}
