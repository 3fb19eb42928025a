package tidemark.sync.log;

import java.util.Arrays;
import java.util.List;
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

    FirstStored(RemoteStore store) {
        this.store = store;
    }

    /// Whether something else was under the number, and what counts was put back.
    boolean isRestored(Version version) {
        var stored = store.versions(version.objectName(), RemoteLog.LARGEST).stream()
                .map(RemoteObject::bytes)
                .toList();
        if (stored.isEmpty() || Arrays.equals(counting(stored), stored.getLast())) {
            return false;
        }
        LOG.warn("Version {} had been replaced on the remote, and is put back", version);
        store.put(version.objectName(), Body.of(counting(stored)), Metadata.NONE);
        return true;
    }

    /// @param stored oldest first
    private static byte[] counting(List<byte[]> stored) {
        return stored.stream().filter(RemoteLog::isTombstone).findFirst().orElseGet(stored::getFirst);
    }
}
