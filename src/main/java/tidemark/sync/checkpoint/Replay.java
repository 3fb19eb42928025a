package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import tidemark.db.Origin;
import tidemark.db.OwnerOnly;
import tidemark.db.SqliteFile;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.apply.ApplyResult;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.format.Layout;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.SyncedState;

/// A replay of the remote: the library as the remote alone has it, built in a file beside this copy, which stays as it
/// is.
public final class Replay implements AutoCloseable {
    private final SyncContext context;
    private final Path file;
    private final RemoteLog log;
    private final BatchApplier applier;
    private final CheckpointInstall install;
    private final SnapshotCatchUp catchUp;

    private Replay(SyncContext context, Path file) {
        this.context = context;
        this.file = file;
        this.log = new RemoteLog(context.store(), context.database().schema().number());
        this.applier = new BatchApplier(context.database(), context::localSide);
        this.install = new CheckpointInstall(context, log);
        this.catchUp = new SnapshotCatchUp(context, new Snapshots(context, log), install, () -> {});
    }

    /// A replay of the library with this id that has read nothing yet.
    public static Replay of(SyncContext context, String library) {
        var file = context.scratch().resolve("replay.sqlite");
        prepare(file);
        var database = context.database().openOther(file);
        database.change(Origin.SYNC, sql -> new Replica(sql).library(library));
        return new Replay(context.over(database), file);
    }

    /// A replay of this library up to this version: from the checkpoint, unless that is ahead and so tells nothing
    /// about it.
    public static Replay to(SyncContext context, String library, Version last) throws UpdateNeeded {
        var quick = of(context, library);
        try {
            quick.begin(library);
            if (!quick.position().version().isAfter(last)) {
                quick.to(last);
                return quick;
            }
        } catch (UpdateNeeded | RuntimeException e) {
            quick.close();
            throw e;
        }
        quick.close();
        var slow = of(context, library);
        slow.to(last);
        return slow;
    }

    private static void prepare(Path file) {
        try {
            OwnerOnly.folder(file.resolveSibling("."));
            SqliteFile.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The context with the replayed library in place of this copy.
    SyncContext context() {
        return context;
    }

    /// The position that the replay has reached.
    public Replica.Position position() {
        return context.database().read(sql -> new Replica(sql).position());
    }

    /// The record in the state that the replay has reached, if it is there.
    public Optional<Row> find(RecordId record) {
        var database = context.database();
        return database.read(sql -> new SyncedState(sql, database.schema()).synced(record));
    }

    /// Begins with the checkpoint, or with a snapshot that is ahead of it.
    public void begin(String library) throws UpdateNeeded {
        install.installIfAhead(Layout.CHECKPOINT, library);
        beginAtSnapshot();
    }

    /// Begins with the newest snapshot, if there is one.
    public void beginAtSnapshot() throws UpdateNeeded {
        catchUp.passTruncation();
    }

    /// Reads on to the end of the log.
    ///
    /// @throws Corrupt when a batch is missing there
    public void toEnd() throws UpdateNeeded {
        var end = new LogEnd(context, log);
        do {
            to(new Version(Long.MAX_VALUE));
        } while (!end.isAfter(position().version()));
    }

    /// Reads on to this version, or to the end of the log.
    public void to(Version last) throws UpdateNeeded {
        var isGoingOn = true;
        while (isGoingOn && last.isAfter(position().version())) {
            isGoingOn = step().moved();
        }
    }

    /// One step of a replay.
    ///
    /// @param moved whether there was an entry to apply
    /// @param wrongHash the name of the device that wrote the batch, where its state hash is not that of the rows
    public record Step(boolean moved, Optional<String> wrongHash) {}

    /// Reads the entry under the next number and applies it.
    ///
    /// @throws Corrupt when it does not fit the entries before it
    public Step step() throws UpdateNeeded {
        return switch (log.read(position().version().next())) {
            case Entry.Nothing() -> new Step(false, Optional.empty());
            case Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case Entry.Truncated() -> {
                if (!catchUp.passTruncation()) {
                    throw new Corrupt(broken("history was emptied, and the base that it goes on from is missing"));
                }
                yield new Step(true, Optional.empty());
            }
            case Entry.Found found -> {
                apply(found);
                var isRight = !position().version().equals(found.batch().version())
                        || position().state().equals(found.batch().stateHash());
                yield new Step(
                        true,
                        isRight
                                ? Optional.empty()
                                : Optional.of(found.batch().device().name()));
            }
        };
    }

    /// Applies the batch, whatever state hash it names: the one of the rows here counts.
    private void apply(Entry.Found found) throws UpdateNeeded {
        switch (applier.applyIgnoringHash(found)) {
            case ApplyResult.Applied() -> {}
            case ApplyResult.OutOfOrder(var _) -> {
                if (catchUp.followFork() != SnapshotCatchUp.Fork.FOLLOWED) {
                    throw new Corrupt(broken("its batch does not follow the one before"));
                }
            }
            case ApplyResult.Diverged(var what, var _) ->
                throw new Corrupt(broken("its batch was made from other values: " + what));
        }
    }

    private Problem broken(String why) {
        return new Problem(
                "The remote's log cannot be read beyond version " + position().version() + ": " + why + ".",
                "Your library and your edits are untouched.",
                "`tidemark verify --remote` says what is wrong there, and --fix mends what this device still holds.");
    }

    /// Writes the replayed library as a checkpoint, and returns the file.
    public Path checkpoint() {
        var checkpoint = context.scratch().resolve("replayed.sqlite");
        new CheckpointWriter(context.database(), context.device())
                .write(checkpoint, context.clock().instant());
        return checkpoint;
    }

    @Override
    public void close() {
        context.database().close();
        SqliteFile.delete(file);
        SqliteFile.delete(context.scratch().resolve("replayed.sqlite"));
    }
}
