package tidemark.ui.list;

import tidemark.library.ProjectQuery;

/// The source of the list's entries.
public sealed interface ListSource {
    /// The projects of a shelf.
    ///
    /// @param title its name for people
    record Shelf(ProjectQuery.Shelf shelf, String title) implements ListSource {}

    /// The projects that a search finds.
    record Found(String words) implements ListSource {}

    /// The records in the trash.
    record Trash() implements ListSource {}

    /// The open conflicts.
    record InConflict() implements ListSource {}
}
