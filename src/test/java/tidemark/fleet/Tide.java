package tidemark.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The one true time of a fleet, which passes only when it is told to.
final class Tide implements InstantSource {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// The clock of one device, which is off.
    static final class Watch implements InstantSource {
        private final Tide tide;
        private Duration off;

        Watch(Tide tide, Duration off) {
            this.tide = tide;
            this.off = off;
        }

        @Override
        public Instant instant() {
            return tide.now.plus(off);
        }

        void jump(Duration by) {
            off = off.plus(by);
        }
    }
}
