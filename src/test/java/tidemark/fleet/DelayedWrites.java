package tidemark.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.remote.RemoteException;

/// Writes that are still on their way, with the bytes they had when sent.
final class DelayedWrites {
    private final List<Supplier<?>> writes = new ArrayList<>();

    void add(Supplier<?> write) {
        writes.add(write);
    }

    /// Delivers one of them, chosen at random.
    void deliver(RandomGenerator random) {
        if (!writes.isEmpty()) {
            deliver(writes.remove(random.nextInt(writes.size())));
        }
    }

    /// Delivers all of them, in the order in which they were sent.
    void deliverAll() {
        while (!writes.isEmpty()) {
            deliver(writes.removeFirst());
        }
    }

    /// Drops them all: they never arrive.
    void dropAll() {
        writes.clear();
    }

    private static void deliver(Supplier<?> write) {
        try {
            var _ = write.get();
        } catch (RemoteException e) {
            // the sender has given up
        }
    }
}
