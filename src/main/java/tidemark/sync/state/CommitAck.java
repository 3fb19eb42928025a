package tidemark.sync.state;

import java.sql.SQLException;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;

/// The acknowledgement of this device's own committed batch (rule 5): bases move, rows do not change.
public final class CommitAck {
    private final Database database;

    /// An acknowledgement in this database.
    public CommitAck(Database database) {
        this.database = database;
    }

    /// Acknowledges the outgoing batch, and returns it.
    public Batch acknowledge(Outgoing.Frozen frozen) {
        var batch = frozen.batch();
        database.change(
                Origin.SYNC, sql -> acknowledge(sql, batch, new BatchFormat.Encoded(frozen.hash(), frozen.bytes())));
        return batch;
    }

    private void acknowledge(Sql sql, Batch batch, BatchFormat.Encoded encoded) throws SQLException {
        var state = new SyncedState(sql, database.schema());
        var outgoing = new Outgoing(sql);
        for (var sent : outgoing.rows()) {
            acknowledge(state, sent);
        }
        outgoing.clear();
        new LocalLog(sql).add(batch, encoded);
        var replica = new Replica(sql);
        replica.moveTo(new Replica.Position(batch.version(), encoded.hash(), batch.stateHash()));
        replica.lastCommit(batch.device().id(), batch.commitId());
    }

    /// Moves the base of a row that was sent. One that was edited while its batch was on its way stays pending, now
    /// against what was sent.
    private static void acknowledge(SyncedState state, Outgoing.Sent sent) throws SQLException {
        if (sent.row().isEmpty()) {
            state.unknown().remove(sent.record());
        }
        if (state.rows().find(sent.record()).equals(sent.row())) {
            state.pending().remove(sent.record());
        } else {
            state.pending().put(sent.record(), sent.row());
        }
    }
}
