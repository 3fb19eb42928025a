package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException.Unavailable;

/// The waits after failures: longer each time, as long as the remote asks for, and five minutes where only a person can
/// help. Used by several threads.
final class Retries {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 8;

    // Guarded by this.
    private int failures;
    private Optional<Instant> next = Optional.empty();
    private Optional<TidemarkException> failure = Optional.empty();

    /// Notes a failure. One that comes while it is waited already is of the same outage.
    synchronized void failed(TidemarkException because, Instant now) {
        if (next.filter(now::isBefore).isPresent()) {
            return;
        }
        failures++;
        failure = Optional.of(because);
        next = Optional.of(now.plus(wait(because)));
    }

    private Duration wait(TidemarkException because) {
        if (!(because instanceof Unavailable unavailable)) {
            return LONGEST;
        }
        var usual = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        var bounded = usual.compareTo(LONGEST) < 0 ? usual : LONGEST;
        return unavailable
                .retryAfter()
                .filter(asked -> asked.compareTo(bounded) > 0)
                .orElse(bounded);
    }

    /// Notes that something was moved.
    synchronized void succeeded() {
        forget();
    }

    /// Tries again at once.
    synchronized void forget() {
        failures = 0;
        next = Optional.empty();
        failure = Optional.empty();
    }

    synchronized boolean isDue(Instant now) {
        return next.isEmpty() || !now.isBefore(next.get());
    }

    /// The time to the next attempt; empty where it may be made now.
    synchronized Optional<Duration> untilNext(Instant now) {
        return next.map(at -> Duration.between(now, at)).filter(Duration::isPositive);
    }

    synchronized Optional<Instant> next() {
        return next;
    }

    synchronized Optional<Problem> trouble() {
        return failure.map(TidemarkException::problem);
    }

    synchronized Optional<TidemarkException> failure() {
        return failure;
    }

    synchronized int failures() {
        return failures;
    }
}
