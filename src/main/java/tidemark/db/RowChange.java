package tidemark.db;

import java.util.Optional;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The change of one row by an edit: its values before and after, empty where there was or is no such row.
public record RowChange(RecordId record, Optional<Row> was, Optional<Row> now) {
    /// This change and a later one of the same row as one.
    public RowChange then(RowChange later) {
        return new RowChange(record, was, later.now);
    }

    /// Whether the row has the values that it had before.
    public boolean isNothing() {
        return was.equals(now);
    }
}
