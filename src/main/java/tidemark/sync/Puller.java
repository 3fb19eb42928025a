package tidemark.sync;

import java.sql.SQLException;
import java.util.function.Supplier;
import tidemark.db.Database;
import tidemark.db.Sql;

/// Applies the batches that others committed, one transaction each (rules 6 and 7).
final class Puller {
    private final Database database;
    private final Supplier<Here> here;

    Puller(Database database, Supplier<Here> here) {
        this.database = database;
        this.here = here;
    }

    /// Applies the batch after this copy's version.
    ///
    /// @throws WentBack when it does not follow what this copy applied before
    void apply(RemoteLog.Entry.Found found) throws WentBack {
        var known = database.read(sql -> new Replica(sql).position());
        if (!found.batch().previous().equals(known.hash())) {
            throw new WentBack("The remote's version " + found.batch().version() + " does not follow the version "
                    + known.version() + " that this device knows.");
        }
        database.change(sql -> apply(sql, found));
    }

    private void apply(Sql sql, RemoteLog.Entry.Found found) throws SQLException {
        var batch = found.batch();
        var state = new State(sql, database.schema());
        var hash = hashAfter(sql, state, batch);
        if (!hash.equals(batch.stateHash())) {
            throw Incoming.disagreement(batch.version(), batch.device(), "it leads to another state hash here");
        }
        new Outgoing(sql).clear();
        new Log(sql).add(batch, found.encoded());
        var replica = new Replica(sql);
        replica.moveTo(new Replica.Position(batch.version(), found.encoded().hash(), hash));
        replica.lastCommit(batch.device().id(), batch.commitId());
    }

    private StateHash hashAfter(Sql sql, State state, Batch batch) throws SQLException {
        try {
            return new Applier(sql, state, Incoming.of(batch), here.get()).apply();
        } catch (Change.Mismatch e) {
            throw Incoming.disagreement(batch.version(), batch.device(), e.what());
        }
    }
}
