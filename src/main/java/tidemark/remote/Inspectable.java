package tidemark.remote;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A store that knows more of its server than the objects on it.
public interface Inspectable {
    /// The server's versioning: whether it keeps what is overwritten.
    enum Versioning {
        /// Overwritten objects are kept as old versions.
        ON,
        /// Overwritten objects are gone.
        OFF,
        /// The server does not say.
        UNKNOWN
    }

    /// The server's clock minus this computer's at the last response with a date (positive: the server is ahead); empty
    /// before.
    Optional<Duration> clockDifference();

    /// The versioning of this place; asks the server.
    Versioning versioning();

    /// Puts objects with names of every kind into this folder and returns the kinds that a listing shows changed or not
    /// at all; empty for storage that is known to keep every name.
    default Optional<Set<NameKind>> lostNames(ObjectName folder) {
        return Optional.empty();
    }
}
