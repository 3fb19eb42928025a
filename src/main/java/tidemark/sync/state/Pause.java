package tidemark.sync.state;

import java.time.Duration;

/// Lets the thread of a sync wait for a moment; a simulation lets none pass.
@FunctionalInterface
public interface Pause {
    /// Goes on at once.
    Pause NONE = _ -> {};

    /// Returns after so long, or earlier when the thread is interrupted.
    void of(Duration time);
}
