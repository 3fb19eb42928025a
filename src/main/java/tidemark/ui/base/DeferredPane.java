package tidemark.ui.base;

import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A part of a window that is made once the first frame with its place is on its way: what is looked at first is there
/// sooner.
public final class DeferredPane extends StackPane {
    /// The first pulse lays out what there is and draws it.
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

    /// An empty place for what `content` makes.
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
