package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import tidemark.problem.Problem;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
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

/// Takes a checkpoint instead of a long piece of log: to join, or when far behind (rule 8). Only with nothing on its
/// way.
public final class CheckpointInstall {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointInstall.class);
    private static final long LARGEST = 64L << 30;

    private final Database database;
    private final Supplier<LocalSide> local;
    private final RemoteStore store;
    private final RemoteLog log;
    private final Path scratch;

    /// An installer over this context's library and this log.
    public CheckpointInstall(SyncContext context, RemoteLog log) {
        this.database = context.database();
        this.local = context::localSide;
        this.store = context.store();
        this.log = log;
        this.scratch = context.scratch();
    }

    /// Moves to the checkpoint under this name when it is sound, of this library, for this program, part of the log,
    /// and ahead; says whether it did. The log may still be readable where the checkpoint is not: a newer program
    /// writes it too.
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
            return take(checkpoint.get());
        } finally {
            delete(file);
        }
    }

    /// The object in a file, if there is one.
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

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} could not be deleted", file, e);
        }
    }

    /// Moves to this checkpoint wherever it stands: it counts in place of the state and the log known here. What is
    /// pending stays so, merged with it; what was on its way is no longer (rule 10).
    public void installOver(Checkpoint checkpoint) {
        try {
            SqliteFile.read(checkpoint.file(), from -> {
                database.change(Origin.SYNC, sql -> {
                    addUpAnew(sql);
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

    /// Fills an empty library from this checkpoint, merged with rows that were rescued from a damaged one.
    void seed(Checkpoint checkpoint, Salvage salvage) {
        SqliteFile.read(checkpoint.file(), from -> {
            database.change(Origin.SYNC, sql -> {
                salvage.stand(sql, database.schema());
                apply(checkpoint, from, sql);
                new OrphanRepair(sql, new SyncedState(sql, database.schema())).repair();
                new Replica(sql).library(checkpoint.library());
            });
            return true;
        });
    }

    /// What this copy believes of itself may be what is wrong with it.
    private void addUpAnew(Sql sql) throws SQLException {
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

    private boolean take(Checkpoint checkpoint) {
        try {
            return SqliteFile.read(
                    checkpoint.file(), from -> database.write(Origin.SYNC, sql -> take(checkpoint, from, sql)));
        } catch (Checkpoint.Unsound e) {
            LOG.warn(
                    "The checkpoint at version {} is not used: {}",
                    checkpoint.position().version(),
                    e.why);
            return false;
        }
    }

    private boolean take(Checkpoint checkpoint, Sql from, Sql sql) throws SQLException {
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
        var remote = checkpoint.incoming(visitor -> differences(checkpoint, from, sql, state, visitor));
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

    /// What leads from the synced state here to the checkpoint. The removals come last: their visitor looks only at
    /// what has not been visited.
    private static void differences(
            Checkpoint checkpoint, Sql from, Sql sql, SyncedState state, RemoteChanges.Visitor visitor)
            throws SQLException, ChangeMismatch {
        checkpoint.each(from, (record, row) -> visit(visitor, state, record, Optional.of(row)));
        for (var record : new SyncedRecords(sql, state).all()) {
            if (checkpoint.find(from, record).isEmpty()) {
                visit(visitor, state, record, Optional.empty());
            }
        }
    }

    private static void visit(RemoteChanges.Visitor visitor, SyncedState state, RecordId record, Optional<Row> now)
            throws SQLException, ChangeMismatch {
        var change = Change.whole(record, state.synced(record), now);
        if (change.isPresent()) {
            visitor.visit(change.get());
        }
    }
}
