package tidemark.sync.state;

import java.sql.SQLException;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;

/// Marks this device's own batch as committed (rule 5): its rows do not change, only what counts as synced does.
public final class CommitAck {
    private final Database database;

    public CommitAck(Database database) {
        this.database = database;
    }

    /// The stored batch was committed; `batch` is what its bytes say.
    public void acknowledge(Batch batch, BatchFormat.Encoded encoded) {
        database.change(sql -> acknowledge(sql, batch, encoded));
    }

    private void acknowledge(Sql sql, Batch batch, BatchFormat.Encoded encoded) throws SQLException {
        var state = new SyncedState(sql, database.schema());
        var outgoing = new Outgoing(sql);
        for (var sent : outgoing.rows()) {
            settle(state, sent);
        }
        outgoing.clear();
        new LocalLog(sql).add(batch, encoded);
        var replica = new Replica(sql);
        replica.moveTo(new Replica.Position(batch.version(), encoded.hash(), batch.stateHash()));
        replica.lastCommit(batch.device().id(), batch.commitId());
    }

    /// A row that was edited while its batch was on the way stays pending, now against what was sent.
    private static void settle(SyncedState state, Outgoing.Sent sent) throws SQLException {
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
