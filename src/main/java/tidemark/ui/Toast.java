package tidemark.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Texts;

/// A short piece of news at the bottom of the window, with one action. It leaves by itself, but not while the pointer
/// or the keyboard focus is in it, and takes no focus.
final class Toast extends HBox {
    private static final Duration SHOWN = Duration.seconds(8);
    private static final double ABOVE_STATUS_BAR = 52;

    private final Label words = new Label();
    private final Hyperlink action = new Hyperlink();
    private final PauseTransition leaving = new PauseTransition(SHOWN);

    Toast() {
        setId("toast");
        getStyleClass().add("toast");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(0, 0, ABOVE_STATUS_BAR, 0));
        setAccessibleRole(AccessibleRole.TEXT);
        action.setId("toast-action");
        action.getStyleClass().add("toast-action");
        action.managedProperty().bind(action.visibleProperty());
        var close = Icons.button(Feather.X, Texts.text("banner.close"));
        close.setOnAction(_ -> hide());
        getChildren().setAll(words, action, close);
        leaving.setOnFinished(_ -> leave());
        hide();
    }

    /// Shows the news alone; what was shown before goes.
    void show(String news) {
        action.setVisible(false);
        show(news, news);
    }

    /// Shows the news; what was shown before goes.
    ///
    /// @param name the name of the action
    void show(String news, String name, Runnable onAction) {
        action.setVisible(true);
        action.setText(name);
        action.setVisited(false);
        action.setOnAction(_ -> {
            hide();
            onAction.run();
        });
        show(news, news + " · " + name);
    }

    private void show(String news, String spoken) {
        words.setText(news);
        setAccessibleText(spoken);
        setVisible(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        leaving.playFromStart();
    }

    /// Takes this news away, if it is on show.
    void withdraw(String news) {
        if (isVisible() && words.getText().equals(news)) {
            hide();
        }
    }

    private void leave() {
        if (isHover() || isFocusWithin()) {
            leaving.playFromStart();
        } else {
            hide();
        }
    }

    private void hide() {
        leaving.stop();
        setVisible(false);
    }
}
