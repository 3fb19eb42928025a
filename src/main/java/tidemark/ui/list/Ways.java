package tidemark.ui.list;

import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;

/// The ways out of the list, to what other panes show.
public interface Ways {
    /// Moves the focus to the text of the open project.
    default void toText() {}

    /// Moves the focus to the title of the open project, to rename it.
    default void toTitle() {}

    /// Shows again what was shown before the search.
    default void leaveSearch() {}

    /// Runs `removal` once the person has confirmed that so many records are removed for good.
    default void removeForGood(int count, Runnable removal) {}

    /// Tells something that the person may have expected otherwise.
    default void tell(String news) {}

    /// Tells it, with an action that helps.
    ///
    /// @param name the name of the action
    default void tell(String news, String name, Runnable action) {}

    /// Opens the window in which a conflict is resolved.
    default void review(Conflict conflict) {}

    /// Opens that window on what a choice for all conflicts of a project would do.
    default void review(ConflictGroup group, Choice choice) {}
}
