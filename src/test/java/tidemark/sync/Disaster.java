package tidemark.sync;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.memory.MemoryStore;

/// The things that may happen to a remote without the devices' knowledge.
enum Disaster {
    /// Everything on it was deleted.
    EMPTIED,
    /// Another library is in its place.
    SWAPPED,
    /// It was restored to an older day.
    OLDER,
    /// It was restored to an older day, and another device went on from there.
    OLDER_AND_WENT_ON;

    /// The bytes of every object in a store.
    static Map<ObjectName, byte[]> everything(MemoryStore store) {
        var all = new LinkedHashMap<ObjectName, byte[]>();
        for (var name : store.list("", Optional.empty(), 100_000)) {
            all.put(name, store.get(name, 1 << 30).orElseThrow().bytes());
        }
        return all;
    }

    /// Makes the store hold these objects and nothing else.
    static void replace(MemoryStore store, Map<ObjectName, byte[]> content) {
        for (var name : store.list("", Optional.empty(), 100_000)) {
            store.delete(name);
        }
        content.forEach((name, bytes) -> store.put(name, Body.of(bytes), Metadata.NONE));
    }

    /// Lets it happen.
    ///
    /// @param older the objects of the older day
    void strike(MemoryStore store, Map<ObjectName, byte[]> older, Path folder, SteppedClock clock) {
        switch (this) {
            case EMPTIED -> replace(store, Map.of());
            case SWAPPED -> {
                replace(store, Map.of());
                edit(folder, "stranger", store, clock, 4);
            }
            case OLDER -> replace(store, older);
            case OLDER_AND_WENT_ON -> {
                replace(store, older);
                edit(folder, "latecomer", store, clock, 3);
            }
        }
    }

    private static void edit(Path folder, String who, MemoryStore store, SteppedClock clock, int batches) {
        try (var copy = new Copy(folder, who, store, clock, new Random(9))) {
            for (int i = 0; i < batches; i++) {
                copy.sync();
                copy.set("project", who + i, "title", "By the " + who);
                copy.sync();
            }
        }
    }
}
