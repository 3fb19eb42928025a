package tidemark.ui.typing;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;

/// The context menu of a text with a typing history, in place of JavaFX's own, whose undo knows nothing of it.
final class TextMenu extends ContextMenu {
    TextMenu(TextInputControl control, TextUndo typing) {
        var undo = item("text.undo", typing::undo);
        var redo = item("text.redo", typing::redo);
        var cut = item("text.cut", control::cut);
        var copy = item("text.copy", control::copy);
        var paste = item("text.paste", control::paste);
        var delete = item("text.delete", () -> control.replaceSelection(""));
        var all = item("text.all", control::selectAll);
        getItems().setAll(undo, redo, new SeparatorMenuItem(), cut, copy, paste, delete, new SeparatorMenuItem(), all);
        setOnShowing(_ -> {
            undo.setDisable(!typing.undoable().getValue());
            redo.setDisable(!typing.redoable().getValue());
            var isNothingSelected = control.getSelection().getLength() == 0;
            cut.setDisable(isNothingSelected);
            copy.setDisable(isNothingSelected);
            delete.setDisable(isNothingSelected);
            paste.setDisable(
                    !(control instanceof PasteTarget target
                            ? target.canPaste()
                            : Clipboard.getSystemClipboard().hasString()));
            all.setDisable(control.getLength() == 0);
        });
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
