package tidemark.ui.base;

import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A part of a window that is made once the first frame is on its way: what is looked at first is there sooner.
public final class LaterPane extends StackPane {
    /// The first pulse lays out what there is and draws it.
    private static final int PULSES = 2;

    /// An empty place for what `content` makes.
    public LaterPane(Supplier<Node> content) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (getScene() != null && getScene().getWindow().isShowing() && ++pulses == PULSES) {
                    stop();
                    getChildren().setAll(content.get());
                }
            }
        }.start();
    }
}
