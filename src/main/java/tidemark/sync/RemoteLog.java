package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tidemark.remote.RemoteStore;

/// The numbered batches on the remote. Names are written once and never freed.
final class RemoteLog {
    /// How the small object begins that takes the place of a batch whose history was emptied.
    private static final byte[] MARKER = "tidemark-emptied ".getBytes(StandardCharsets.US_ASCII);

    /// Packed; a little more than what unpacks to the most that is accepted.
    static final long LARGEST = BatchFormat.LONGEST + (1 << 20);

    /// What lies under a number.
    sealed interface Entry {
        /// A batch.
        record Found(Batch batch, BatchFormat.Encoded encoded) implements Entry {}

        /// History up to here was emptied.
        record Emptied() implements Entry {}

        /// Nothing yet.
        record Nothing() implements Entry {}
    }

    private final RemoteStore store;
    private final int schema;

    RemoteLog(RemoteStore store, int schema) {
        this.store = store;
        this.schema = schema;
    }

    Entry read(Version version) throws UpdateNeeded {
        var object = store.get(version.objectName(), LARGEST);
        if (object.isEmpty()) {
            return new Entry.Nothing();
        }
        var bytes = object.get().bytes();
        if (isMarker(bytes)) {
            return new Entry.Emptied();
        }
        var json = BatchFormat.unpacking(version.objectName(), bytes);
        var batch = BatchReader.read(version.objectName(), json, schema);
        if (!batch.version().equals(version)) {
            throw new tidemark.remote.RemoteException.Corrupt(
                    BatchFormat.damaged(version.objectName(), "it says that it is version " + batch.version()));
        }
        return new Entry.Found(batch, new BatchFormat.Encoded(json.hash(), bytes));
    }

    /// The hash of the batch under this number; empty when there is none. An emptied one agrees with any hash.
    boolean holds(Version version, Hash hash) {
        return store.get(version.objectName(), LARGEST)
                .map(object -> isMarker(object.bytes())
                        || BatchFormat.unpacking(version.objectName(), object.bytes())
                                .hash()
                                .equals(hash))
                .orElse(false);
    }

    private static boolean isMarker(byte[] bytes) {
        return bytes.length >= MARKER.length && Arrays.equals(bytes, 0, MARKER.length, MARKER, 0, MARKER.length);
    }

    /// The batch in bytes that this device made itself.
    Batch decode(Outgoing.Frozen frozen) throws UpdateNeeded {
        var json = BatchFormat.unpacking(frozen.version().objectName(), frozen.bytes());
        return BatchReader.read(frozen.version().objectName(), json, schema);
    }

    /// Where the newest checkpoint stands, as far as the remote says: a hint.
    Optional<Version> checkpointHint() {
        return store.get(Layout.VERSION, 100)
                .map(object -> new String(object.bytes(), StandardCharsets.US_ASCII).strip())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> new Version(Long.parseLong(text)));
    }
}
