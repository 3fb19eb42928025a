package tidemark.library;

import tidemark.schema.Row;

/// A row as someone changed it, and the row they started from.
///
/// @param was what the editor had loaded
/// @param now what it should become
record Edited(Row was, Row now) {
    /// The same change of a row that also holds these values, which were not changed.
    Edited beside(Row others) {
        return new Edited(was.overlaid(others), now.overlaid(others));
    }
}
