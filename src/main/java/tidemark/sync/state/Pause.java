package tidemark.sync.state;

import java.time.Duration;

/// The way in which the thread of a sync waits; in a simulation no time passes.
@FunctionalInterface
public interface Pause {
    /// A pause that returns at once.
    Pause NONE = _ -> {};

    /// Returns after this time, or earlier when the thread is interrupted.
    void of(Duration time);
}
