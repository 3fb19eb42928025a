package tidemark.sync.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Version;

/// The object that counts under a number on storage that keeps what it replaces, though it was settled that
/// it replaces nothing: the one that was stored first. A tombstone counts wherever it stands, since it
/// overwrites by right.
///
/// The storage has one order of what it stored, so every device finds the same one, and whoever finds
/// another in its place puts it back.
final class FirstStored {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStored.class);

    private final RemoteStore store;
    private final long largest;

    /// @param largest the most bytes of an object
    FirstStored(RemoteStore store, long largest) {
        this.store = store;
        this.largest = largest;
    }

    /// The bytes that count under the number, put back where something else is there; empty where nothing is. Those
    /// read there before may have been replaced or put back meanwhile, and tell nothing.
    Optional<byte[]> find(Version version) {
        var stored = store.versions(version.objectName(), largest).stream()
                .map(RemoteObject::bytes)
                .toList();
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var counting = counting(stored);
        if (!Arrays.equals(counting, stored.getLast())) {
            LOG.warn("Version {} had been replaced on the remote, and is put back", version);
            store.put(version.objectName(), Body.of(counting), Metadata.NONE);
        }
        return Optional.of(counting);
    }

    /// @param stored oldest first
    private static byte[] counting(List<byte[]> stored) {
        return stored.stream().filter(Tombstone::is).findFirst().orElseGet(stored::getFirst);
    }
}
