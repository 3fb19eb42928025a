package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// A bound on the bytes a second of all transfers one way. Used by several threads.
final class Throttle {
    private static final long NANOS = 1_000_000_000;

    // Guarded by this.
    private Instant free = Instant.MIN;

    /// Takes room for bytes that were moved, and returns how long to wait before the next.
    ///
    /// @param limit bytes a second; empty for no bound
    synchronized Duration take(long bytes, OptionalLong limit, Instant now) {
        if (limit.isEmpty() || limit.getAsLong() <= 0) {
            return Duration.ZERO;
        }
        var from = free.isBefore(now) ? now : free;
        free = from.plusNanos(Math.multiplyExact(bytes, NANOS) / limit.getAsLong());
        return Duration.between(now, free);
    }
}
