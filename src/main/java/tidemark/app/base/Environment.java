package tidemark.app.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/// The outside world of the program: time, randomness, and the threads that must not wait.
///
/// @param guard runs before each use of the database and throws on a thread that must not wait
public record Environment(InstantSource clock, RandomGenerator random, Runnable guard) {
    /// The clock in the person's time zone.
    public Clock wallClock() {
        return clock instanceof Clock known ? known : clock.withZone(ZoneId.systemDefault());
    }

    /// An environment with the computer's clock and randomness.
    ///
    /// @param guard as in the record
    public static Environment real(Runnable guard) {
        return new Environment(Clock.system(ZoneId.systemDefault()), new SecureRandom(), guard);
    }
}
