package tidemark.ui;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// A timer of frames: tells how long after the one before each frame comes, in nanoseconds.
final class Frames extends AnimationTimer {
    private final LongConsumer gap;
    private long last;

    Frames(LongConsumer gap) {
        this.gap = gap;
    }

    /// Takes the clock, not the frame's own time: a late frame has an early one.
    @Override
    public void handle(long frame) {
        var now = System.nanoTime();
        gap.accept(last == 0 ? 0 : now - last);
        last = now;
    }
}
