package tidemark.ui.base;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A time that passes when the test says so, and the delays that go by it.
public final class HandTime {
    private final List<HandDelay> delays = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /// A delay of this length.
    public Delay delay(Duration wait) {
        var delay = new HandDelay(wait);
        delays.add(delay);
        return delay;
    }

    /// Lets this much time pass; what becomes due runs at its moment.
    public void pass(Duration time) {
        var end = now.plus(time);
        for (var due = next(end); due.isPresent(); due = next(end)) {
            now = due.get().moment;
            due.get().run();
        }
        now = end;
    }

    private Optional<HandDelay> next(Duration end) {
        return delays.stream()
                .filter(delay -> delay.action.isPresent() && delay.moment.compareTo(end) <= 0)
                .min(Comparator.comparing(delay -> delay.moment));
    }

    private final class HandDelay implements Delay {
        private final Duration wait;
        private Duration moment = Duration.ZERO;
        private Optional<Runnable> action = Optional.empty();

        HandDelay(Duration wait) {
            this.wait = wait;
        }

        @Override
        public void restart(Runnable next) {
            moment = now.plus(wait);
            action = Optional.of(next);
        }

        @Override
        public void cancel() {
            action = Optional.empty();
        }

        private void run() {
            var due = action;
            action = Optional.empty();
            due.ifPresent(Runnable::run);
        }
    }
}
