package tidemark.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import tidemark.db.DatabaseException;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Texts;

/// A banner above the panes for a failure or warning. It blocks nothing and stays until it is closed.
final class Banner extends HBox {
    private final Label words = new Label();
    private final Button action = new Button(Texts.text("rebuild.do"));
    private Optional<Consumer<Problem>> rebuild = Optional.empty();

    Banner() {
        setId("banner");
        getStyleClass().addAll("banner", "danger");
        words.setWrapText(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Icons.button(Feather.X, Texts.text("banner.close"));
        close.setOnAction(_ -> setVisible(false));
        getChildren().setAll(Icons.icon(Feather.ALERT_OCTAGON), words, gap, action, close);
        action.setId("rebuild");
        action.setMinWidth(Region.USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(String message) {
        words.setText(message);
        action.setVisible(false);
        setVisible(true);
    }

    /// Offers from now on to rebuild the library, with what is passed as the reason, whenever it is found damaged.
    void offerRebuilding(Consumer<Problem> rebuilding) {
        rebuild = Optional.of(rebuilding);
    }

    void show(Throwable failure) {
        switch (failure) {
            case DatabaseException.Damaged damaged -> showDamage(damaged.problem());
            case TidemarkException known -> show(known.problem().toString());
            default -> show(Texts.text("banner.unexpected", String.valueOf(failure.getMessage())));
        }
    }

    void showDamage(Problem damage) {
        show(damage.toString());
        action.setOnAction(_ -> rebuild.ifPresent(rebuilding -> rebuilding.accept(damage)));
        action.setVisible(rebuild.isPresent());
    }
}
