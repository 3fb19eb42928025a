package tidemark.remote.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;

/// The trial of atomic replacement: whether reads during a write show all of the old bytes or all of the new ones.
record TornReads(RemoteStore store, RequestBudget budget) {
    static final int READS = 24;
    private static final int READS_FOR_A_WRITE = 3;
    private static final int SIZE = 64 * 1024;

    /// Replaces an object again and again while others read it, and returns how many reads showed something else.
    int torn(ObjectName name) {
        budget.run(() -> write(name, 0));
        var torn = 0;
        for (int i = 1; i <= READS / READS_FOR_A_WRITE; i++) {
            var filling = i;
            Callable<Optional<RemoteObject>> read = () -> store.get(name, SIZE * 2L);
            var all = budget.runAll(List.of(() -> write(name, filling), read, read));
            torn += (int) all.stream().filter(TornReads::isTorn).count();
        }
        return torn;
    }

    /// Replaces the object, and reads it as well.
    private Optional<RemoteObject> write(ObjectName name, int filling) {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) filling);
        store.put(name, Body.of(bytes), Metadata.NONE);
        return store.get(name, SIZE * 2L);
    }

    /// Whether the read showed a mixture, or no object at all; a request that failed has shown nothing.
    private static boolean isTorn(Future<Optional<RemoteObject>> read) {
        if (read.isCancelled()) {
            throw new RequestBudget.Exhausted();
        }
        try {
            return read.get().filter(object -> isWhole(object.bytes())).isEmpty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestBudget.Exhausted exhausted) {
                throw exhausted;
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestBudget.Exhausted();
        }
    }

    private static boolean isWhole(byte[] bytes) {
        var whole = new byte[SIZE];
        Arrays.fill(whole, bytes.length == 0 ? 0 : bytes[0]);
        return Arrays.equals(bytes, whole);
    }
}
