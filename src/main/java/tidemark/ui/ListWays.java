package tidemark.ui;

import java.util.function.Consumer;
import tidemark.library.Conflict;
import tidemark.ui.editor.EditorPane;
import tidemark.ui.list.Ways;

/// The ways out of the list: into the editor, out of the search, and into the window of conflicts.
///
/// @param onReview opens that window
record ListWays(EditorPane editor, Header header, Consumer<Conflict> onReview) implements Ways {
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
    public void review(Conflict conflict) {
        onReview.accept(conflict);
    }
}
