package tidemark.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Everything that comes from outside the program: time, chance, and which threads must not wait.
///
/// @param guard runs before each use of the database and throws on a thread that must not wait
public record Origins(InstantSource clock, RandomGenerator random, Runnable guard) {
    /// The computer's clock and randomness.
    ///
    /// @param guard as the parameter of the record
    public static Origins real(Runnable guard) {
        return new Origins(InstantSource.system(), new SecureRandom(), guard);
    }
}
