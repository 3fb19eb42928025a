package tidemark.ui.base;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// A debounce: runs an action after a pause, and each call begins the wait anew.
public interface Delay {
    /// Runs `action` after the wait, in place of an action that still waits.
    void restart(Runnable action);

    /// Drops the action that waits.
    void cancel();

    /// A delay on the window's thread.
    static Delay of(Duration wait) {
        var pause = new PauseTransition(javafx.util.Duration.seconds(wait.toNanos() / 1e9));
        return new Delay() {
            @Override
            public void restart(Runnable action) {
                pause.setOnFinished(_ -> action.run());
                pause.playFromStart();
            }

            @Override
            public void cancel() {
                pause.stop();
            }
        };
    }
}
