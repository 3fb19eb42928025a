package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import tidemark.files.FileFinder.Found;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Sizes;

/// The question whether many files are to be added, which says how many they are and how large.
final class AddQuestion {
    private AddQuestion() {}

    static boolean isAgreed(Window owner, Found found) {
        var add = new ButtonType(text("files.ask.yes"), ButtonBar.ButtonData.OK_DONE);
        var alert = new Alert(
                Alert.AlertType.CONFIRMATION, text("files.ask", found.refused().size()), add, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle(text("files.ask.window"));
        alert.setHeaderText(text("files.ask.title", found.files().size(), Sizes.words(found.bytes())));
        alert.setGraphic(Icons.large(Feather.FOLDER_PLUS, "accent"));
        return alert.showAndWait().filter(add::equals).isPresent();
    }
}
