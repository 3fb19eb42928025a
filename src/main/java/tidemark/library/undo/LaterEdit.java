package tidemark.library.undo;

import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// An edit that a revert meets: the field of a record has neither the value that the change gave it nor the one before.
///
/// @param field the field's name; [#RECORD] where the whole record was removed or came again since
/// @param was the value that the revert would put back, by column
/// @param current the value now, by column
/// @param obstacle the reason why it cannot be put back at all, such as a collection that is gone
public record LaterEdit(RecordId record, String field, Row was, Row current, Optional<Problem> obstacle) {
    /// The name of the field where a record as a whole is meant.
    public static final String RECORD = "record";
}
