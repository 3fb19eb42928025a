package tidemark.sync.state;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Change;
import tidemark.sync.format.ChangeMismatch;

/// The acknowledgement of this device's own committed batch (rule 5): bases move, rows do not change.
public final class CommitAck {
    private static final Logger LOG = LoggerFactory.getLogger(CommitAck.class);

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
        for (var change : batch.changes()) {
            var sent = outgoing.sent(change.record());
            if (sent.isEmpty()) {
                sent = made(state, change);
            }
            if (sent.isPresent()) {
                acknowledge(state, sent.get());
            }
        }
        outgoing.clear();
        new LocalLog(sql).add(batch, encoded);
        var replica = new Replica(sql);
        replica.moveTo(new Replica.Position(batch.version(), encoded.hash(), batch.stateHash()));
        replica.lastCommit(batch.device().id(), batch.commitId());
    }

    /// The row that the batch made where its note cannot be read; empty when what it was before cannot be read either:
    /// then it stays pending, and is named.
    private static Optional<Outgoing.Sent> made(SyncedState state, Change change) throws SQLException {
        var record = change.record();
        try {
            var now = change.applyTo(state.synced(record));
            return Optional.of(new Outgoing.Sent(record, now.map(row -> state.known(record, row))));
        } catch (ChangeMismatch e) {
            LOG.warn("What was sent of {} cannot be read, nor what it was before", record, e);
            return Optional.empty();
        }
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
