package tidemark.library.records;

import tidemark.schema.Row;

/// An edit of a row: the new row, and the row that it was made from.
///
/// @param was the row as the editor had loaded it
/// @param now the row as it should become
public record Edited(Row was, Row now) {
    /// The edit of a row that also has these values, which were not changed.
    public Edited withUnchanged(Row others) {
        return new Edited(was.overlaid(others), now.overlaid(others));
    }
}
