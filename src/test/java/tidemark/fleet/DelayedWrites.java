package tidemark.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.remote.RemoteException;

/// The writes of a fleet that are still on their way, with the bytes that they had when they were sent.
final class DelayedWrites {
    private final List<Supplier<?>> held = new ArrayList<>();

    void hold(Supplier<?> write) {
        held.add(write);
    }

    /// Lets any one of them arrive.
    void land(RandomGenerator random) {
        if (!held.isEmpty()) {
            land(held.remove(random.nextInt(held.size())));
        }
    }

    void landAll() {
        while (!held.isEmpty()) {
            land(held.removeFirst());
        }
    }

    /// They arrive nowhere any more.
    void forget() {
        held.clear();
    }

    private static void land(Supplier<?> write) {
        try {
            var _ = write.get();
        } catch (RemoteException e) {
            // nobody waits for the answer
        }
    }
}
