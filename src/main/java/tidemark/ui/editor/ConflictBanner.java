package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Conflict;
import tidemark.ui.base.Icons;

/// The banner for open conflicts in the open project, with a button to the first. It stands below the text, which it
/// does not move while somebody types.
final class ConflictBanner extends HBox {
    ConflictBanner(ObservableValue<List<Conflict>> conflicts, Consumer<Conflict> review) {
        setId("conflict-banner");
        getStyleClass().addAll("banner", "warning");
        var words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(conflicts.map(open -> text("conflict.banner", open.size())));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var button = new Button(text("conflict.button.review"));
        button.setId("conflict-review");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> conflicts.getValue().stream().findFirst().ifPresent(review));
        getChildren().setAll(Icons.icon(Feather.ALERT_TRIANGLE), words, gap, button);
        visibleProperty().bind(conflicts.map(open -> !open.isEmpty()));
        managedProperty().bind(visibleProperty());
    }
}
