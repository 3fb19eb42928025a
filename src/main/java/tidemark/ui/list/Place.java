package tidemark.ui.list;

import tidemark.library.ProjectQuery;

/// What the list shows.
public sealed interface Place {
    /// The projects of a shelf.
    ///
    /// @param title what the person calls it
    record Shelf(ProjectQuery.Shelf shelf, String title) implements Place {}

    /// The projects that a search finds.
    record Found(String words) implements Place {}

    /// All that was put into the trash.
    record Trash() implements Place {}

    /// The projects with something to decide.
    record InConflict() implements Place {}
}
