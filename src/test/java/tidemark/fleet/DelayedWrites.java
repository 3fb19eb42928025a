package tidemark.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.remote.RemoteException;

/// Writes that are still on their way, with the bytes they had when sent.
final class DelayedWrites {
    private final List<Supplier<?>> held = new ArrayList<>();

    void hold(Supplier<?> write) {
        held.add(write);
    }

    /// Delivers one of them, chosen at random.
    void land(RandomGenerator random) {
        if (!held.isEmpty()) {
            land(held.remove(random.nextInt(held.size())));
        }
    }

    /// Delivers all of them, in the order in which they were sent.
    void landAll() {
        while (!held.isEmpty()) {
            land(held.removeFirst());
        }
    }

    /// Drops them all: they never arrive.
    void forget() {
        held.clear();
    }

    private static void land(Supplier<?> write) {
        try {
            var _ = write.get();
        } catch (RemoteException e) {
            // the sender has given up
        }
    }
}
