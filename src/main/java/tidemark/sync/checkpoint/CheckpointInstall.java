package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.OwnerOnly;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.db.Task;
import tidemark.problem.Problem;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.sync.apply.ChangeApplier;
import tidemark.sync.apply.RemoteChanges;
import tidemark.sync.format.Change;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.LocalSide;
import tidemark.sync.state.OrphanRepair;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.SyncedRecords;
import tidemark.sync.state.SyncedState;

/// The installing of a checkpoint in place of a piece of log: to join, or when far behind (rule 8).
public final class CheckpointInstall {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointInstall.class);
    private static final long LARGEST = 64L << 30;

    private final Database database;
    private final Supplier<LocalSide> local;
    private final RemoteStore store;
    private final RemoteLog log;
    private final Path scratch;

    /// An installer into the library of this context.
    public CheckpointInstall(SyncContext context, RemoteLog log) {
        this.database = context.database();
        this.local = context::localSide;
        this.store = context.store();
        this.log = log;
        this.scratch = context.scratch();
    }

    /// Installs the checkpoint under this name when it is sound, of this library, for this program, part of
    /// the log, and ahead; returns whether it did. Nothing may be outgoing. The log may still be readable
    /// where the checkpoint is not: a newer program writes it too.
    ///
    /// Its hash is compared with the log's: a batch that follows another one would end the log for everybody.
    public boolean installIfAhead(ObjectName name, String library) {
        var file = scratch.resolve("checkpoint-in.sqlite");
        try {
            var checkpoint = download(name, file)
                    .flatMap(Checkpoint::open)
                    .filter(found -> found.library().equals(library))
                    .filter(found -> found.minReader() <= database.schema().number())
                    .filter(found -> log.holdsBatch(
                            found.position().version(), found.position().hash()));
            if (checkpoint.isEmpty()) {
                LOG.info("There is no usable checkpoint in {}; the log is read instead", name);
                return false;
            }
            var isInstalled = install(checkpoint.get());
            if (isInstalled) {
                LOG.info(
                        "Took the copy at version {}",
                        checkpoint.get().position().version());
            }
            return isInstalled;
        } finally {
            SqliteFile.delete(file);
        }
    }

    /// Downloads the object into the file; empty when there is no object.
    Optional<Path> download(ObjectName name, Path file) {
        try {
            OwnerOnly.folder(scratch);
            try (var out = OwnerOnly.write(file)) {
                return store.get(name, out, LARGEST).map(_ -> file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Installs this checkpoint at whatever version: it counts in place of the state and the log known
    /// here. What is pending stays so, merged with it; outgoing becomes none. [SnapshotCatchUp] passes a
    /// truncation by it (rule 10); after a divergence or a rollback it replaces what was wrong or lost.
    ///
    /// @throws Corrupt when the checkpoint
    /// contradicts itself; nothing was changed
    public void installOver(Checkpoint checkpoint) {
        try {
            SqliteFile.read(checkpoint.file(), from -> {
                database.change(Origin.SYNC, sql -> {
                    recomputeHash(sql);
                    apply(checkpoint, from, sql);
                    new Outgoing(sql).clear();
                    HistoryTruncation.forget(sql);
                    new LocalLog(sql).forgetAfter(checkpoint.position().version());
                    new Replica(sql).library(checkpoint.library());
                });
                return true;
            });
        } catch (Checkpoint.Unsound e) {
            throw new Corrupt(contradiction(checkpoint, e.why), e);
        }
    }

    /// Fills an empty library from this checkpoint.
    ///
    /// @param before puts rows into the library first, in the same transaction: those that were rescued
    ///     from a damaged one, with which the checkpoint is then merged
    public void seed(Checkpoint checkpoint, Task before) {
        SqliteFile.read(checkpoint.file(), from -> {
            database.change(Origin.SYNC, sql -> {
                before.run(sql);
                apply(checkpoint, from, sql);
                new OrphanRepair(sql, new SyncedState(sql, database.schema())).repair();
                new Replica(sql).library(checkpoint.library());
            });
            return true;
        });
    }

    /// Computes the state hash here anew: the stored one may be what is wrong with this copy.
    private void recomputeHash(Sql sql) throws SQLException {
        var replica = new Replica(sql);
        var here = replica.position();
        var found = new SyncedRecords(sql, new SyncedState(sql, database.schema())).hash();
        replica.moveTo(new Replica.Position(here.version(), here.hash(), found));
    }

    private static Problem contradiction(Checkpoint checkpoint, String why) {
        return new Problem(
                "The copy of version " + checkpoint.position().version() + " on the remote contradicts itself: " + why
                        + ".",
                "It was not taken; your library and your edits are untouched.",
                "Send this device's state instead, or restore the remote.");
    }

    private boolean install(Checkpoint checkpoint) {
        try {
            return SqliteFile.read(
                    checkpoint.file(), from -> database.write(Origin.SYNC, sql -> install(checkpoint, from, sql)));
        } catch (Checkpoint.Unsound e) {
            LOG.warn(
                    "The checkpoint at version {} is not used: {}",
                    checkpoint.position().version(),
                    e.why);
            return false;
        }
    }

    private boolean install(Checkpoint checkpoint, Sql from, Sql sql) throws SQLException {
        if (!checkpoint.position().version().isAfter(new Replica(sql).position().version())) {
            return false;
        }
        apply(checkpoint, from, sql);
        return true;
    }

    private void apply(Checkpoint checkpoint, Sql from, Sql sql) throws SQLException {
        var replica = new Replica(sql);
        var target = checkpoint.position();
        var state = new SyncedState(sql, database.schema());
        var remote = checkpoint.asChanges(visitor -> differences(checkpoint, from, sql, state, visitor));
        try {
            var hash = new ChangeApplier(sql, state, remote, local.get()).apply();
            if (!hash.equals(target.state())) {
                throw new Checkpoint.Unsound("its rows do not have the state hash that it names");
            }
        } catch (ChangeMismatch e) {
            throw new Checkpoint.Unsound(e.what());
        }
        replica.moveTo(target);
        replica.set(LocalKey.CHECKPOINT_VERSION, target.version().toString());
        for (var commit : checkpoint.lastCommits().entrySet()) {
            replica.lastCommit(commit.getKey(), commit.getValue());
        }
    }

    /// Visits the changes that lead from the synced state here to the checkpoint. The removals come last:
    /// their visitor looks only at what has not been visited.
    private static void differences(
            Checkpoint checkpoint, Sql from, Sql sql, SyncedState state, RemoteChanges.Visitor visitor)
            throws SQLException, ChangeMismatch {
        checkpoint.each(from, (record, row, edited) -> {
            var change = Change.whole(record, state.synced(record), Optional.of(row));
            if (change.isPresent()) {
                visitor.visit(change.get().editedAt(edited));
            }
        });
        for (var record : new SyncedRecords(sql, state).all()) {
            if (checkpoint.find(from, record).isEmpty()) {
                var change = Change.whole(record, state.synced(record), Optional.empty());
                if (change.isPresent()) {
                    visitor.visit(change.get());
                }
            }
        }
    }
}
