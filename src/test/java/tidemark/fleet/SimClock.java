package tidemark.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The true time of a fleet, which passes only when told to.
final class SimClock implements InstantSource {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// The clock of one device, which may be wrong.
    static final class Watch implements InstantSource {
        private final SimClock clock;
        private Duration off;

        Watch(SimClock clock, Duration off) {
            this.clock = clock;
            this.off = off;
        }

        @Override
        public Instant instant() {
            return clock.now.plus(off);
        }

        void jump(Duration by) {
            off = off.plus(by);
        }
    }
}
