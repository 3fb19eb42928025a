package tidemark.sync.log;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.UnreadableBatch;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.DamagedBatch;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Layout;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;

/// The log on the remote: batches by number. A name is written once and never freed.
public final class RemoteLog {
    /// The most bytes of a packed batch: a little more than a batch of the greatest length could take.
    static final long LARGEST = BatchLimits.RELEASED.json() + (1L << 20);

    /// The object under a number.
    public sealed interface Entry {
        /// A batch.
        record Found(Batch batch, BatchFormat.Encoded encoded) implements Entry {}

        /// A tombstone: history up to here was truncated.
        record Truncated() implements Entry {}

        /// A batch that only a newer program may apply.
        ///
        /// @param minReader the lowest schema number that may
        record TooNew(int minReader) implements Entry {}

        /// Nothing yet.
        record Nothing() implements Entry {}
    }

    private static final int PAGE = 1000;

    private final RemoteStore store;
    private final FirstStored first;
    private final int schema;

    /// The log on this store.
    ///
    /// @param schema the schema number of this program
    public RemoteLog(RemoteStore store, int schema) {
        this.store = store;
        this.first = new FirstStored(store, LARGEST);
        this.schema = schema;
    }

    /// The entry under a number.
    ///
    /// @throws Corrupt when the object is neither a batch of this number nor a tombstone
    public Entry read(Version version) {
        var object = bytes(version);
        if (object.isEmpty()) {
            return new Entry.Nothing();
        }
        var bytes = object.get();
        if (Tombstone.is(bytes)) {
            return new Entry.Truncated();
        }
        try {
            return found(version, bytes);
        } catch (UpdateNeeded e) {
            return new Entry.TooNew(e.minReader());
        }
    }

    private Entry.Found found(Version version, byte[] bytes) throws UpdateNeeded {
        var json = BatchFormat.unpacking(version.objectName(), bytes);
        var batch = BatchReader.read(version.objectName(), json, schema);
        if (!batch.version().equals(version)) {
            throw new UnreadableBatch(
                    DamagedBatch.problem(version.objectName(), "it says that it is version " + batch.version()));
        }
        return new Entry.Found(batch, new BatchFormat.Encoded(json.hash(), bytes));
    }

    /// Whether the batch with this hash is under the number; a tombstone agrees with any hash.
    public boolean holds(Version version, Hash hash) {
        return bytes(version)
                .filter(bytes -> Tombstone.is(bytes) || hash(version, bytes).equals(hash))
                .isPresent();
    }

    /// Whether the batch with this hash is under the number, and no tombstone.
    public boolean holdsBatch(Version version, Hash hash) {
        return bytes(version)
                .filter(bytes -> !Tombstone.is(bytes) && hash(version, bytes).equals(hash))
                .isPresent();
    }

    /// Whether exactly these bytes are under the number.
    public boolean holdsBytes(Version version, byte[] bytes) {
        return bytes(version).filter(there -> Arrays.equals(there, bytes)).isPresent();
    }

    /// Puts the bytes of a batch back under the number that they had.
    public void putAgain(Version version, byte[] bytes) {
        store.put(version.objectName(), Body.of(bytes), Metadata.NONE);
    }

    /// The bytes that count under the number: on storage that may replace what is there, those stored first.
    private Optional<byte[]> bytes(Version version) {
        var there = store.get(version.objectName(), LARGEST).map(RemoteObject::bytes);
        return there.isPresent() && store.mayReplace() ? first.find(version) : there;
    }

    private static Hash hash(Version version, byte[] bytes) {
        return BatchFormat.unpacking(version.objectName(), bytes).hash();
    }

    /// Takes a number for good with a tombstone, unless it is taken; does not read what is there.
    public void reserve(Version version) {
        store.create(version.objectName(), Tombstone.of(version), Metadata.NONE);
    }

    /// Puts a tombstone in the place of a batch that no reader needs any longer.
    public void bury(Version version) {
        store.put(version.objectName(), Tombstone.of(version), Metadata.NONE);
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

    /// The first number after this one that is taken.
    public Optional<Version> firstAfter(Version version) {
        return store.list(Version.FOLDER, Optional.of(version.objectName()), PAGE).stream()
                .map(Version::of)
                .flatMap(Optional::stream)
                .filter(taken -> taken.isAfter(version))
                .min(Version::compareTo);
    }

    /// The version of the newest checkpoint according to `version.txt`: a hint.
    public Optional<Version> checkpointHint() {
        return hint().checkpoint();
    }

    /// The content of `version.txt`; nothing where it is missing or says something else.
    public VersionHint hint() {
        return store.get(Layout.VERSION, 100).map(VersionHint::of).orElse(VersionHint.NONE);
    }

    /// Replaces `version.txt`.
    public void put(VersionHint hint) {
        store.put(Layout.VERSION, hint.body(), Metadata.NONE);
    }
}
