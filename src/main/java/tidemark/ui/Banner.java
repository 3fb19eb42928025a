package tidemark.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import tidemark.problem.TidemarkException;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Texts;

/// A banner above the panes for a failure or warning. It blocks nothing and stays until it is closed.
final class Banner extends HBox {
    private final Label words = new Label();

    Banner() {
        setId("banner");
        getStyleClass().addAll("banner", "danger");
        words.setWrapText(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Icons.button(Feather.X, Texts.text("banner.close"));
        close.setOnAction(_ -> setVisible(false));
        getChildren().setAll(Icons.icon(Feather.ALERT_OCTAGON), words, gap, close);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(String message) {
        words.setText(message);
        setVisible(true);
    }

    void show(Throwable failure) {
        show(
                failure instanceof TidemarkException known
                        ? known.problem().toString()
                        : Texts.text("banner.unexpected", String.valueOf(failure.getMessage())));
    }
}
