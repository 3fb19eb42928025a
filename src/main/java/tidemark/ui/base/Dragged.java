package tidemark.ui.base;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;

/// A kind of record that can be dragged from one pane into another: the ids go as text on the drag board, after a
/// prefix.
public enum Dragged {
    /// Projects of the list.
    PROJECTS("tidemark-projects:"),
    /// A collection of the sidebar.
    COLLECTION("tidemark-collection:");

    private static final String SEPARATOR = " ";

    private final String prefix;

    Dragged(String prefix) {
        this.prefix = prefix;
    }

    /// Puts these ids on the board.
    public void put(Dragboard board, List<String> ids) {
        var content = new ClipboardContent();
        content.putString(prefix + String.join(SEPARATOR, ids));
        board.setContent(content);
    }

    /// The ids on the board, if it holds records of this kind.
    public Optional<List<String>> read(Dragboard board) {
        var text = board.getString();
        return text != null && text.startsWith(prefix)
                ? Optional.of(List.of(text.substring(prefix.length()).split(SEPARATOR)))
                : Optional.empty();
    }
}
