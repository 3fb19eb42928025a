package tidemark.sync.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Layout;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.state.Outgoing;

/// The numbered batches on the remote. Names are written once and never freed.
public final class RemoteLog {
    /// How the small object begins that takes the place of a batch whose history was emptied.
    private static final byte[] TOMBSTONE = "tidemark-emptied ".getBytes(StandardCharsets.US_ASCII);

    /// Packed; a little more than what unpacks to the most that is accepted.
    static final long LARGEST = BatchFormat.LONGEST + (1 << 20);

    /// What lies under a number.
    public sealed interface Entry {
        /// A batch.
        record Found(Batch batch, BatchFormat.Encoded encoded) implements Entry {}

        /// History up to here was emptied.
        record Truncated() implements Entry {}

        /// Nothing yet.
        record Nothing() implements Entry {}
    }

    private static final int PAGE = 1000;

    private final RemoteStore store;
    private final int schema;

    public RemoteLog(RemoteStore store, int schema) {
        this.store = store;
        this.schema = schema;
    }

    public Entry read(Version version) throws UpdateNeeded {
        var object = store.get(version.objectName(), LARGEST);
        if (object.isEmpty()) {
            return new Entry.Nothing();
        }
        var bytes = object.get().bytes();
        if (isMarker(bytes)) {
            return new Entry.Truncated();
        }
        var json = BatchFormat.unpacking(version.objectName(), bytes);
        var batch = BatchReader.read(version.objectName(), json, schema);
        if (!batch.version().equals(version)) {
            throw new tidemark.remote.RemoteException.Corrupt(
                    BatchFormat.damaged(version.objectName(), "it says that it is version " + batch.version()));
        }
        return new Entry.Found(batch, new BatchFormat.Encoded(json.hash(), bytes));
    }

    /// Whether the batch with this hash lies under the number; an emptied one agrees with any hash.
    public boolean holds(Version version, Hash hash) {
        return bytes(version)
                .filter(bytes -> isMarker(bytes) || hash(version, bytes).equals(hash))
                .isPresent();
    }

    /// Whether it does, and was not emptied.
    public boolean holdsBatch(Version version, Hash hash) {
        return bytes(version)
                .filter(bytes -> !isMarker(bytes) && hash(version, bytes).equals(hash))
                .isPresent();
    }

    /// Whether exactly these bytes lie under the number.
    public boolean holdsBytes(Version version, byte[] bytes) {
        return bytes(version).filter(there -> Arrays.equals(there, bytes)).isPresent();
    }

    /// Puts the bytes of a batch back under the number that they had.
    public void putAgain(Version version, byte[] bytes) {
        store.put(version.objectName(), Body.of(bytes), Metadata.NONE);
    }

    private Optional<byte[]> bytes(Version version) {
        return store.get(version.objectName(), LARGEST).map(RemoteObject::bytes);
    }

    private static Hash hash(Version version, byte[] bytes) {
        return BatchFormat.unpacking(version.objectName(), bytes).hash();
    }

    /// Takes a number for good with a marker, unless it is taken; without asking for what was there.
    public void reserve(Version version) {
        store.create(version.objectName(), marker(version), Metadata.NONE);
    }

    /// Puts a marker in the place of a batch that no reader needs any longer.
    public void empty(Version version) {
        store.put(version.objectName(), marker(version), Metadata.NONE);
    }

    private static Body marker(Version version) {
        return Body.of((new String(TOMBSTONE, StandardCharsets.US_ASCII) + version + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /// All numbers that are taken.
    public SortedSet<Version> taken() {
        var taken = new TreeSet<Version>();
        Optional<ObjectName> after = Optional.empty();
        while (true) {
            var names = store.list(Version.FOLDER, after, PAGE);
            names.stream().map(Version::of).flatMap(Optional::stream).forEach(taken::add);
            if (names.size() < PAGE) {
                return taken;
            }
            after = Optional.of(names.getLast());
        }
    }

    private static boolean isMarker(byte[] bytes) {
        return bytes.length >= TOMBSTONE.length
                && Arrays.equals(bytes, 0, TOMBSTONE.length, TOMBSTONE, 0, TOMBSTONE.length);
    }

    /// The batch in bytes that this device made itself.
    public Batch decode(Outgoing.Frozen frozen) throws UpdateNeeded {
        var json = BatchFormat.unpacking(frozen.version().objectName(), frozen.bytes());
        return BatchReader.read(frozen.version().objectName(), json, schema);
    }

    /// Where the newest checkpoint stands, as far as the remote says: a hint.
    public Optional<Version> checkpointHint() {
        return store.get(Layout.VERSION, 100)
                .map(object -> new String(object.bytes(), StandardCharsets.US_ASCII).strip())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> new Version(Long.parseLong(text)));
    }
}
