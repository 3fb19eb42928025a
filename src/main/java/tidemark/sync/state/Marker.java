package tidemark.sync.state;

import java.sql.SQLException;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;

/// Marks this device's own batch as committed (rule 5): its rows do not change, only what counts as synced does.
public final class Marker {
    private final Database database;

    public Marker(Database database) {
        this.database = database;
    }

    /// The stored batch was committed; `batch` is what its bytes say.
    public void mark(Batch batch, BatchFormat.Encoded encoded) {
        database.change(sql -> mark(sql, batch, encoded));
    }

    private void mark(Sql sql, Batch batch, BatchFormat.Encoded encoded) throws SQLException {
        var state = new State(sql, database.schema());
        var outgoing = new Outgoing(sql);
        for (var sent : outgoing.rows()) {
            settle(state, sent);
        }
        outgoing.clear();
        new Log(sql).add(batch, encoded);
        var replica = new Replica(sql);
        replica.moveTo(new Replica.Position(batch.version(), encoded.hash(), batch.stateHash()));
        replica.lastCommit(batch.device().id(), batch.commitId());
    }

    /// A row that was edited while its batch was on the way stays pending, now against what was sent.
    private static void settle(State state, Outgoing.Sent sent) throws SQLException {
        if (sent.row().isEmpty()) {
            state.parked().remove(sent.record());
        }
        if (state.rows().find(sent.record()).equals(sent.row())) {
            state.pending().remove(sent.record());
        } else {
            state.pending().put(sent.record(), sent.row());
        }
    }
}
