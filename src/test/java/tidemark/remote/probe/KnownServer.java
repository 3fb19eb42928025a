package tidemark.remote.probe;

import java.time.Duration;
import java.util.Optional;
import tidemark.remote.Inspectable;
import tidemark.remote.RemoteStore;
import tidemark.remote.StoreDouble;

/// A store whose server reports its time and whether it keeps versions.
final class KnownServer extends StoreDouble implements Inspectable {
    private final Duration ahead;
    private final Versioning versioning;

    KnownServer(RemoteStore inner, Duration ahead, Versioning versioning) {
        super(inner);
        this.ahead = ahead;
        this.versioning = versioning;
    }

    @Override
    public Optional<Duration> clockDifference() {
        return Optional.of(ahead);
    }

    @Override
    public Versioning versioning() {
        return versioning;
    }
}
