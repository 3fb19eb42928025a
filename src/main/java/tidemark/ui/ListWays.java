package tidemark.ui;

import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;
import tidemark.ui.editor.EditorPane;
import tidemark.ui.list.Ways;

/// The ways out of the list: into the editor, out of the search, and into the window of conflicts.
///
/// @param conflicts opens that window
/// @param dialogs asks before something is removed for good
/// @param toast tells what a key did not do
record ListWays(EditorPane editor, Header header, ConflictReview conflicts, Dialogs dialogs, Toast toast)
        implements Ways {
    @Override
    public void toText() {
        editor.focusText();
    }

    @Override
    public void toTitle() {
        editor.focusTitle();
    }

    @Override
    public void leaveSearch() {
        header.leaveSearch();
    }

    @Override
    public void removeForGood(int count, Runnable removal) {
        dialogs.removeForGood(count, removal);
    }

    @Override
    public void tell(String news) {
        toast.show(news);
    }

    @Override
    public void tell(String news, String name, Runnable action) {
        toast.show(news, name, action);
    }

    @Override
    public void review(Conflict conflict) {
        conflicts.review(conflict);
    }

    @Override
    public void review(ConflictGroup group, Choice choice) {
        conflicts.review(group, choice);
    }
}
