package tidemark.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A store that can tell more of its server than what it holds.
public interface Inspectable {
    /// Whether the server keeps what is overwritten.
    enum Versioning {
        /// It does.
        ON,
        /// It does not.
        OFF,
        /// It does not say.
        UNKNOWN
    }

    /// By how much the server's clock was ahead of this computer's at the last answer that told the time.
    Optional<Duration> clockDifference();

    /// Whether the place keeps old versions; asks the server.
    Versioning versioning();

    /// Makes objects with names of every kind in this folder, and says which kinds come back as others or not at all;
    /// empty for storage whose names are known to be kept as they are.
    default Optional<Set<NameKind>> lostNames(ObjectName folder) {
        return Optional.empty();
    }
}
