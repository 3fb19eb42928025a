package tidemark.remote.probe;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.StoreDouble;

/// A store of which every third read of a replaced object shows only its first half.
final class TornStore extends StoreDouble {
    private final AtomicInteger reads = new AtomicInteger();

    TornStore(RemoteStore inner) {
        super(inner);
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        var found = super.get(name, limit);
        return name.value().endsWith("replaced") && reads.incrementAndGet() % 3 == 0
                ? found.map(object -> new RemoteObject(
                        object.info(), java.util.Arrays.copyOf(object.bytes(), object.bytes().length / 2)))
                : found;
    }
}
