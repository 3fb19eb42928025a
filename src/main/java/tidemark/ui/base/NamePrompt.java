package tidemark.ui.base;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/// A dialog that asks for a name.
public final class NamePrompt {
    private NamePrompt() {}

    /// Asks for a name and returns it without surrounding space; empty when the person gave none.
    ///
    /// @param name the text that is there to begin with
    public static Optional<String> ask(Window owner, String title, String name) {
        var dialog = new TextInputDialog(name);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(Texts.text("prompt.name"));
        var pane = dialog.getDialogPane();
        pane.getStyleClass().add("name-prompt");
        ((Button) pane.lookupButton(ButtonType.OK))
                .setText(Texts.text(name.isEmpty() ? "prompt.create" : "prompt.rename"));
        return dialog.showAndWait().map(String::strip).filter(given -> !given.isEmpty());
    }
}
