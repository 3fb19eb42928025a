package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.OwnerOnly;
import tidemark.db.SqliteFile;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The snapshots on the remote.
public final class Snapshots {
    private static final int MOST = 10_000;
    private static final long LARGEST = 64L << 30;

    private final SyncContext context;
    private final RemoteStore store;
    private final RemoteLog log;

    /// The snapshots on the remote of this context.
    public Snapshots(SyncContext context, RemoteLog log) {
        this.context = context;
        this.store = context.store();
        this.log = log;
    }

    /// All snapshots, by descending version.
    public List<Snapshot> newestFirst() {
        return store.list(Snapshot.FOLDER, Optional.empty(), MOST).stream()
                .map(Snapshot::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Snapshot::version).reversed().thenComparing(Snapshot::name))
                .toList();
    }

    /// Puts a snapshot of this copy's synced state, and returns only when it surely exists (rule 9).
    ///
    /// @param facts more
    /// facts for its table `checkpoint`
    /// @throws Unavailable when it is not there as it was written
    public Snapshot put(Map<String, String> facts) {
        return put(facts, Optional.empty());
    }

    /// Like [#put], but as the state of this position, whose state hash is this copy's.
    public Snapshot putAs(Replica.Position position) {
        return put(Map.of(), Optional.of(position));
    }

    private Snapshot put(Map<String, String> facts, Optional<Replica.Position> as) {
        var file = context.scratch().resolve("base-out.sqlite");
        try {
            OwnerOnly.folder(context.scratch());
            var position = new CheckpointWriter(context.database(), context.device())
                    .write(file, context.clock().instant(), facts, as);
            var snapshot = Snapshot.of(position.version(), hash(file));
            store.put(snapshot.name(), Body.of(file), Metadata.NONE);
            if (!download(snapshot, file).equals(Optional.of(snapshot.hash()))) {
                throw new Unavailable(notKept(snapshot), Optional.empty());
            }
            return snapshot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SqliteFile.delete(file);
        }
    }

    private static Hash hash(Path file) throws IOException {
        var digest = Hash.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    /// Downloads the snapshot, and returns the hash of the file; empty when there is no object.
    private Optional<Hash> download(Snapshot snapshot, Path file) throws IOException {
        try (var out = OwnerOnly.write(file)) {
            if (store.get(snapshot.name(), out, LARGEST).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(hash(file));
    }

    /// The file of a snapshot, downloaded again when it does not have its hash. With the same wrong hash
    /// twice, and at its full length, it is damaged there and cannot be followed; one damaged in transit is
    /// no sign of a rollback.
    private Optional<Path> downloadWhole(Snapshot snapshot, Path file) throws IOException {
        var first = download(snapshot, file);
        var last = first.equals(Optional.of(snapshot.hash())) ? first : download(snapshot, file);
        if (last.equals(Optional.of(snapshot.hash()))) {
            return Optional.of(file);
        }
        if (!last.equals(first) || (last.isPresent() && isCutShort(snapshot, file))) {
            throw new Unavailable(damagedOnItsWay(snapshot), Optional.empty());
        }
        return Optional.empty();
    }

    /// Whether the remote says that the object is longer than what it gave.
    private boolean isCutShort(Snapshot snapshot, Path file) throws IOException {
        var there = store.head(snapshot.name());
        return there.isPresent() && there.get().size() > Files.size(file);
    }

    /// Deletes the snapshots of lower versions, and those of attempts that failed. One of the same version
    /// stays: two devices that truncate at once would otherwise delete each other's.
    public void removeAllBut(String named) {
        var snapshot = Snapshot.of(new ObjectName(named)).orElseThrow();
        for (var other : newestFirst()) {
            if (snapshot.version().isAfter(other.version())) {
                store.delete(other.name());
            }
        }
    }

    /// The content of a snapshot that may be followed: it is whole, of this library, and part of the log on
    /// the remote.
    Optional<Checkpoint> open(Snapshot snapshot, Path file, String library) throws UpdateNeeded {
        try {
            OwnerOnly.folder(context.scratch());
            var checkpoint = downloadWhole(snapshot, file)
                    .flatMap(Checkpoint::open)
                    .filter(found -> isOf(found, snapshot, library));
            if (checkpoint.isPresent()
                    && checkpoint.get().minReader()
                            > context.database().schema().number()) {
                throw new UpdateNeeded(checkpoint.get().minReader());
            }
            return checkpoint.isPresent() && isPartOfTheLog(snapshot, checkpoint.get()) ? checkpoint : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the snapshot of this name can be followed.
    public boolean canBeFollowed(String named, String library) throws UpdateNeeded {
        var snapshot = Optional.of(named)
                .filter(ObjectName::isValid)
                .map(ObjectName::new)
                .flatMap(Snapshot::of);
        var file = context.scratch().resolve("base-in.sqlite");
        try {
            return snapshot.isPresent() && open(snapshot.get(), file, library).isPresent();
        } finally {
            SqliteFile.delete(file);
        }
    }

    private static boolean isOf(Checkpoint found, Snapshot snapshot, String library) {
        return found.library().equals(library) && found.position().version().equals(snapshot.version());
    }

    /// Whether the snapshot is part of the log: the batch after it names it or was made from its state,
    /// whichever device wrote either. Until there is such a batch, a fork is only an attempt, and for any
    /// other snapshot its own batch must be under its version. Where even the batch after it is a
    /// tombstone, it leads nowhere.
    private boolean isPartOfTheLog(Snapshot snapshot, Checkpoint checkpoint) throws UpdateNeeded {
        var position = checkpoint.position();
        return switch (log.read(snapshot.version().next())) {
            case RemoteLog.Entry.Nothing() ->
                !checkpoint.isFork() && log.holdsBatch(position.version(), position.hash());
            case RemoteLog.Entry.Truncated() -> false;
            case RemoteLog.Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case RemoteLog.Entry.Found(var batch, var _) ->
                batch.snapshot().equals(Optional.of(snapshot.name().value()))
                        || batch.previous().equals(position.hash());
        };
    }

    private static Problem damagedOnItsWay(Snapshot snapshot) {
        return new Problem(
                "The remote gave " + snapshot.name() + " twice, and neither time as it was written there.",
                "Nothing was changed here.",
                "It is tried again; if that does not help, look what changes data between here and the remote.");
    }

    private static Problem notKept(Snapshot snapshot) {
        return new Problem(
                "The remote does not give back what was just written to it as " + snapshot.name() + ".",
                "Nothing on the remote was replaced; your library is untouched.",
                "Check that the remote's disk is not full, then try again.");
    }
}
