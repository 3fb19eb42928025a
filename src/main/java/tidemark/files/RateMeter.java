package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/// The rate at which bytes are moved, over the last seconds. Used by several threads.
final class RateMeter {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration STABLE = Duration.ofSeconds(4);
    private static final Duration STEP = Duration.ofMillis(250);

    private record Sample(Instant at, long bytes) {}

    // Guarded by this.
    private final Deque<Sample> samples = new ArrayDeque<>();

    /// Counts bytes that were moved.
    synchronized void moved(long bytes, Instant now) {
        var last = samples.peekLast();
        if (last != null && Duration.between(last.at(), now).compareTo(STEP) < 0) {
            samples.removeLast();
            samples.addLast(new Sample(last.at(), last.bytes() + bytes));
        } else {
            samples.addLast(new Sample(now, bytes));
        }
        forget(now);
    }

    private void forget(Instant now) {
        while (!samples.isEmpty() && samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /// Bytes a second; empty until something was moved for a second.
    synchronized OptionalLong rate(Instant now) {
        forget(now);
        var over = measured(now);
        if (over.compareTo(Duration.ofSeconds(1)) < 0) {
            return OptionalLong.empty();
        }
        var bytes = samples.stream().mapToLong(Sample::bytes).sum();
        return OptionalLong.of(bytes * 1000 / over.toMillis());
    }

    /// The time that this many bytes take; empty until it was measured for four seconds, or while nothing moves.
    synchronized Optional<Duration> left(long bytes, Instant now) {
        var rate = rate(now);
        return rate.isEmpty() || rate.getAsLong() == 0 || measured(now).compareTo(STABLE) < 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.ceilDiv(bytes, rate.getAsLong())));
    }

    private Duration measured(Instant now) {
        return samples.isEmpty()
                ? Duration.ZERO
                : Duration.between(samples.getFirst().at(), now);
    }
}
