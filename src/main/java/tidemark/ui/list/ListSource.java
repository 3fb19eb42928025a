package tidemark.ui.list;

import tidemark.library.ProjectQuery;

/// What the list shows.
public sealed interface ListSource {
    /// The projects of a shelf.
    ///
    /// @param title what the person calls it
    record Shelf(ProjectQuery.Shelf shelf, String title) implements ListSource {}

    /// The projects that a search finds.
    record Found(String words) implements ListSource {}

    /// All that was put into the trash.
    record Trash() implements ListSource {}

    /// The projects with something to decide.
    record InConflict() implements ListSource {}
}
