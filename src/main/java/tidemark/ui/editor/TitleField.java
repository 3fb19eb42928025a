package tidemark.ui.editor;

import javafx.application.Platform;
import javafx.scene.control.TextField;

/// The field of a title. Whoever comes to it by the Tab key has the caret at its end and nothing selected: a stray
/// Space must not replace the title.
final class TitleField extends TextField {
    private boolean renaming;

    TitleField() {
        focusedProperty().subscribe(has -> {
            if (has) {
                Platform.runLater(this::place); // after the control itself has selected all
            }
        });
    }

    private void place() {
        if (renaming) {
            selectAll();
        } else if (getLength() > 0 && getSelection().getLength() == getLength()) {
            end();
        }
        renaming = false;
    }

    /// Moves the keyboard focus here, and selects all: what is typed next is the new title.
    void rename() {
        if (isFocused()) {
            selectAll();
        } else {
            renaming = true;
            requestFocus();
        }
    }
}
