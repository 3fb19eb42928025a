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

    void advance(Duration time) {
        now = now.plus(time);
    }

    /// The clock of one device, which may be wrong.
    static final class Watch implements InstantSource {
        private final SimClock clock;
        private Duration offset;

        Watch(SimClock clock, Duration offset) {
            this.clock = clock;
            this.offset = offset;
        }

        @Override
        public Instant instant() {
            return clock.now.plus(offset);
        }

        void jump(Duration by) {
            offset = offset.plus(by);
        }
    }
}
