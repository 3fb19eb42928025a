package tidemark.ui.base;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs an action once the person has paused for a while; each call begins the wait anew.
public interface Delay {
    /// Runs `action` after the wait, instead of what was waiting.
    void restart(Runnable action);

    /// Forgets what is waiting.
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
