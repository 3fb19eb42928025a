package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/// The bases on the remote.
public final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int MOST = 10_000;
    private static final long LARGEST = 64L << 30;

    private final SyncContext context;
    private final RemoteStore store;
    private final RemoteLog log;

    public Snapshots(SyncContext context, RemoteLog log) {
        this.context = context;
        this.store = context.store();
        this.log = log;
    }

    public List<Snapshot> newestFirst() {
        return store.list(Snapshot.FOLDER, Optional.empty(), MOST).stream()
                .map(Snapshot::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Snapshot::version).reversed().thenComparing(Snapshot::name))
                .toList();
    }

    /// Puts this copy's synced state there as a base, and returns only when it surely exists (rule 9).
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
            Files.createDirectories(context.scratch());
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
            delete(file);
        }
    }

    private static Hash hash(Path file) throws IOException {
        var digest = Hash.sha256();
        try (var out = new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    /// The hash of what was given, if anything was.
    private Optional<Hash> download(Snapshot snapshot, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            if (store.get(snapshot.name(), out, LARGEST).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(hash(file));
    }

    /// A base that is not given as it was put is asked for once more. What is given the same way twice lies there
    /// like that and cannot be followed; what was only damaged on its way is no sign of a remote that went back.
    private Optional<Path> whole(Snapshot snapshot, Path file) throws IOException {
        var first = download(snapshot, file);
        var last = first.equals(Optional.of(snapshot.hash())) ? first : download(snapshot, file);
        if (last.equals(Optional.of(snapshot.hash()))) {
            return Optional.of(file);
        }
        if (!last.equals(first)) {
            throw new Unavailable(damagedOnItsWay(snapshot), Optional.empty());
        }
        return Optional.empty();
    }

    /// Removes the bases below this one, and those of attempts that came to nothing. One of the same version stays:
    /// two devices that empty the history at once would otherwise remove each other's.
    public void removeAllBut(String named) {
        var snapshot = Snapshot.of(new ObjectName(named)).orElseThrow();
        for (var other : newestFirst()) {
            if (snapshot.version().isAfter(other.version())) {
                store.delete(other.name());
            }
        }
    }

    /// The content of a base that may be followed: it is whole, of this library, and part of the log that lies there.
    Optional<Checkpoint> open(Snapshot snapshot, Path file, String library) throws UpdateNeeded {
        try {
            Files.createDirectories(context.scratch());
            var checkpoint =
                    whole(snapshot, file).flatMap(Checkpoint::open).filter(found -> isOf(found, snapshot, library));
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

    /// Whether the base of this name can be followed.
    public boolean leadsOn(String named, String library) throws UpdateNeeded {
        var base = Optional.of(named)
                .filter(ObjectName::isValid)
                .map(ObjectName::new)
                .flatMap(Snapshot::of);
        var file = context.scratch().resolve("base-in.sqlite");
        try {
            return base.isPresent() && open(base.get(), file, library).isPresent();
        } finally {
            delete(file);
        }
    }

    private static boolean isOf(Checkpoint found, Snapshot snapshot, String library) {
        return found.library().equals(library) && found.position().version().equals(snapshot.version());
    }

    /// The batch after it names it or was made from its state, whoever wrote either. Until there is one, a fork is
    /// an attempt, and the batch of any other base lies under its own version. Where even the batch after it was
    /// emptied, it leads nowhere.
    private boolean isPartOfTheLog(Snapshot snapshot, Checkpoint checkpoint) throws UpdateNeeded {
        var position = checkpoint.position();
        return switch (log.read(snapshot.version().next())) {
            case RemoteLog.Entry.Nothing() ->
                !checkpoint.isFork() && log.holdsBatch(position.version(), position.hash());
            case RemoteLog.Entry.Truncated() -> false;
            case RemoteLog.Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case RemoteLog.Entry.Found(var batch, var _) ->
                batch.base().equals(Optional.of(snapshot.name().value()))
                        || batch.previous().equals(position.hash());
        };
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} could not be deleted", file, e);
        }
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
