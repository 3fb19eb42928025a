package tidemark.ui.editor;

import java.util.Optional;
import tidemark.ui.base.Delay;

/// A wait that is over when the test says so.
final class HandDelay implements Delay {
    private Optional<Runnable> waiting = Optional.empty();

    @Override
    public void restart(Runnable action) {
        waiting = Optional.of(action);
    }

    @Override
    public void cancel() {
        waiting = Optional.empty();
    }

    boolean isWaiting() {
        return waiting.isPresent();
    }

    /// The person has paused for long enough.
    void pass() {
        var due = waiting;
        waiting = Optional.empty();
        due.ifPresent(Runnable::run);
    }
}
