package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves only when told to.
public final class SteppedClock implements InstantSource {
    private Instant now;

    /// A clock at a fixed time.
    public SteppedClock() {
        this(Instant.parse("2026-03-01T10:00:00Z"));
    }

    SteppedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Moves the time on.
    public void advance(Duration time) {
        now = now.plus(time);
    }
}
