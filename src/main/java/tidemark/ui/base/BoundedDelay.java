package tidemark.ui.base;

import java.util.Optional;

/// A delay with an upper bound: calls that follow one another do not put the action off for longer than that.
public final class BoundedDelay implements Delay {
    private final Delay pause;
    private final Delay bound;
    private Optional<Runnable> waiting = Optional.empty();

    /// A delay that runs its action after `pause`, and at the latest after `bound`, counted from the first call that
    /// still waits.
    public BoundedDelay(Delay pause, Delay bound) {
        this.pause = pause;
        this.bound = bound;
    }

    @Override
    public void restart(Runnable action) {
        var isFirst = waiting.isEmpty();
        waiting = Optional.of(action);
        pause.restart(this::run);
        if (isFirst) {
            bound.restart(this::run);
        }
    }

    @Override
    public void cancel() {
        waiting = Optional.empty();
        pause.cancel();
        bound.cancel();
    }

    private void run() {
        var due = waiting;
        cancel();
        due.ifPresent(Runnable::run);
    }
}
