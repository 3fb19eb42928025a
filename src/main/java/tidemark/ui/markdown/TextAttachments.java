package tidemark.ui.markdown;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import tidemark.ui.base.Picture;

/// The things beside the words of a text: the pictures that it shows by their names, and files that are put into it.
public interface TextAttachments {
    /// Nothing beside the words.
    TextAttachments NONE = new TextAttachments() {
        @Override
        public Optional<ObservableValue<Picture>> picture(String destination) {
            return Optional.empty();
        }

        @Override
        public boolean open(String destination) {
            return false;
        }

        @Override
        public boolean canTake(Clipboard board) {
            return false;
        }

        @Override
        public void take(Clipboard board, Consumer<String> insert) {
            // nothing can be taken
        }
    };

    /// The picture that an image in the text means, as it becomes known; empty where it can never be shown.
    ///
    /// @param destination as it stands in the text
    Optional<ObservableValue<Picture>> picture(String destination);

    /// Opens the file that a link in the text means; false where it means none.
    ///
    /// @param destination as it stands in the text
    boolean open(String destination);

    /// Whether what is on this board can be put into the text.
    boolean canTake(Clipboard board);

    /// Takes what is on this board, and gives the Markdown that shows it to `insert` when it is there.
    void take(Clipboard board, Consumer<String> insert);
}
