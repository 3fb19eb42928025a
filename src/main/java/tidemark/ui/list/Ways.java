package tidemark.ui.list;

import tidemark.library.Conflict;

/// The ways out of the list, to what other panes show.
public interface Ways {
    /// Moves the focus to the text of the open project.
    default void toText() {}

    /// Moves the focus to the title of the open project, to rename it.
    default void toTitle() {}

    /// Shows again what was shown before the search.
    default void leaveSearch() {}

    /// Opens the window in which a conflict is resolved.
    default void review(Conflict conflict) {}
}
