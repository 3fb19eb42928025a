package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;

/// The banner for a failed save of a draft on show: the text is still in the editor.
final class NotSavedBanner extends HBox {
    NotSavedBanner(Draft<?, ?> draft) {
        var retry = new Button(text("editor.retry"));
        retry.setOnAction(_ -> draft.flush());
        getStyleClass().addAll("banner", "danger");
        retry.setMinWidth(Region.USE_PREF_SIZE);
        var words = new Label(text("editor.failed"));
        words.setWrapText(true);
        getChildren().setAll(Icons.icon(Feather.ALERT_OCTAGON), words, retry);
        visibleProperty().bind(draft.failed());
        managedProperty().bind(visibleProperty());
    }
}
