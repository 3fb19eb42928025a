package tidemark.ui;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// Tells how long after the one before each frame comes, in nanoseconds.
final class Frames extends AnimationTimer {
    private final LongConsumer gap;
    private long last;

    Frames(LongConsumer gap) {
        this.gap = gap;
    }

    /// The clock, not the frame's own time: a frame that is late has an early one.
    @Override
    public void handle(long frame) {
        var now = System.nanoTime();
        gap.accept(last == 0 ? 0 : now - last);
        last = now;
    }
}
