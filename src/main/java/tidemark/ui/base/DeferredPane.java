package tidemark.ui.base;

import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A pane whose content is made after the window's first frame, so that the rest is shown sooner.
public final class DeferredPane extends StackPane {
    /// The pulse that makes the content: the first one lays out and draws the rest.
    private static final int PULSES = 2;

    private final Supplier<Node> content;
    private final AnimationTimer timer = new AnimationTimer() {
        private int pulses;

        @Override
        public void handle(long now) {
            if (getScene().getWindow().isShowing() && ++pulses == PULSES) {
                stop();
                getChildren().setAll(content.get());
            }
        }
    };

    /// An empty pane until `content` is asked.
    public DeferredPane(Supplier<Node> content) {
        this.content = content;
        sceneProperty().subscribe(this::entered);
    }

    private void entered(@Nullable Scene scene) {
        if (scene != null && getChildren().isEmpty()) {
            timer.start();
        } else {
            timer.stop();
        }
    }
}
