package tidemark.app.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/// Everything that comes from outside the program: time, chance, and which threads must not wait.
///
/// @param guard runs before each use of the database and throws on a thread that must not wait
public record Environment(InstantSource clock, RandomGenerator random, Runnable guard) {
    /// The clock in the time zone of the person.
    public Clock wallClock() {
        return clock instanceof Clock known ? known : clock.withZone(ZoneId.systemDefault());
    }

    /// The computer's clock and randomness.
    ///
    /// @param guard as the parameter of the record
    public static Environment real(Runnable guard) {
        return new Environment(Clock.system(ZoneId.systemDefault()), new SecureRandom(), guard);
    }
}
