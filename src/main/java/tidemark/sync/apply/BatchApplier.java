package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.function.Supplier;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.db.Work;
import tidemark.sync.format.Batch;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.Device;
import tidemark.sync.format.StateHash;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.LocalSide;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncedState;
import tidemark.sync.state.UniqueName;

/// The application of batches that other devices committed, one transaction each (rule 6).
public final class BatchApplier {
    private final Database database;
    private final Supplier<LocalSide> here;

    /// An applier to this library.
    ///
    /// @param here this side of the merges, asked for each batch
    public BatchApplier(Database database, Supplier<LocalSide> here) {
        this.database = database;
        this.here = here;
    }

    /// Applies the batch after this copy's version. Another state hash than the writer's is a divergence.
    public ApplyResult apply(RemoteLog.Entry.Found found) {
        return apply(found, sql -> {
            var hash = hashAfter(sql, found.batch());
            if (!hash.equals(found.batch().stateHash())) {
                throw Divergence.onState(hash);
            }
            trust(sql, found.batch().device());
            return hash;
        });
    }

    /// Applies the batch after this copy's version, whatever state hash it names.
    public ApplyResult applyIgnoringHash(RemoteLog.Entry.Found found) {
        return apply(found, sql -> hashAfter(sql, found.batch()));
    }

    private ApplyResult apply(RemoteLog.Entry.Found found, Work<StateHash> work) {
        var known = database.read(sql -> new Replica(sql).position());
        if (!found.batch().previous().equals(known.hash())) {
            return new ApplyResult.OutOfOrder(
                    "The remote's version " + found.batch().version() + " does not follow the version "
                            + known.version() + " that this device knows.");
        }
        try {
            database.change(Origin.SYNC, sql -> advance(sql, found, work.run(sql)));
            return new ApplyResult.Applied();
        } catch (Divergence e) {
            return e.result();
        }
    }

    private static void advance(Sql sql, RemoteLog.Entry.Found found, StateHash hash) throws SQLException {
        var batch = found.batch();
        new Outgoing(sql).clear();
        new LocalLog(sql).add(batch, found.encoded());
        var replica = new Replica(sql);
        replica.moveTo(new Replica.Position(batch.version(), found.encoded().hash(), hash));
        replica.lastCommit(batch.device().id(), batch.commitId());
    }

    private StateHash hashAfter(Sql sql, Batch batch) throws SQLException {
        try {
            var local = here.get();
            var named = new LocalSide(UniqueName.of(sql, local.device(), batch.device()), local.policy());
            return new ChangeApplier(sql, new SyncedState(sql, database.schema()), RemoteChanges.of(batch), named)
                    .apply();
        } catch (ChangeMismatch e) {
            throw Divergence.onValues(e);
        }
    }

    /// Whether this writer's state hashes were found wrong, and none has been right since.
    public boolean isDistrusted(Device writer) {
        return database.read(sql -> new Replica(sql).get(LocalKey.DISTRUST, writer.id()))
                .isPresent();
    }

    /// Ignores this writer's state hashes until one is right.
    public void distrust(Device writer, Version since) {
        database.change(Origin.SYNC, sql -> new Replica(sql).set(LocalKey.DISTRUST, writer.id(), since.toString()));
    }

    private static void trust(Sql sql, Device writer) throws SQLException {
        if (new Replica(sql).get(LocalKey.DISTRUST, writer.id()).isPresent()) {
            new Replica(sql).remove(LocalKey.DISTRUST, writer.id());
        }
    }
}
