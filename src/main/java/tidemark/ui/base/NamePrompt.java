package tidemark.ui.base;

import java.util.Optional;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/// Asks for a name.
public final class NamePrompt {
    private NamePrompt() {}

    /// The name that the person gave, without space around it; empty when they gave none.
    public static Optional<String> ask(Window owner, String title, String name) {
        var dialog = new TextInputDialog(name);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(Texts.text("prompt.name"));
        return dialog.showAndWait().map(String::strip).filter(given -> !given.isEmpty());
    }
}
