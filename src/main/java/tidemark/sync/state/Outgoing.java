package tidemark.sync.state;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Version;

/// The batch that is being sent, kept until its outcome is known: the same bytes are sent again after a crash.
public final class Outgoing {
    private final Sql sql;

    /// The outgoing batch, in the transaction of this connection.
    public Outgoing(Sql sql) {
        this.sql = sql;
    }

    /// A batch that waits for its outcome.
    ///
    /// @param hash of its JSON
    /// @param bytes as they are sent
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Frozen(Version version, CommitId commit, Hash hash, byte[] bytes) {
        /// The batch that the bytes hold.
        public Batch batch() {
            var name = version.objectName();
            return BatchReader.readOwn(name, BatchFormat.unpacking(name, bytes));
        }

        /// Whether any device could read it: the first release stored and sent what none can.
        public boolean isReadable() {
            try {
                return batch().version().equals(version);
            } catch (Corrupt e) {
                return false;
            }
        }
    }

    /// A row in the batch.
    ///
    /// @param row the known values it was sent with; empty when it was removed
    record Sent(RecordId record, Optional<Row> row) {}

    /// The stored batch, if there is one.
    public Optional<Frozen> find() throws SQLException {
        return sql.first(
                "SELECT number, commit_id, hash, body FROM outgoing",
                row -> new Frozen(
                        new Version(row.getLong(1)),
                        new CommitId(row.getString(2)),
                        new Hash(row.getString(3)),
                        row.getBytes(4)));
    }

    void put(Frozen frozen, List<Sent> rows) throws SQLException {
        sql.update(
                "INSERT INTO outgoing (number, commit_id, hash, body) VALUES (?, ?, ?, ?)",
                frozen.version().number(),
                frozen.commit().value(),
                frozen.hash().value(),
                frozen.bytes());
        for (var sent : rows) {
            sql.update(
                    "INSERT INTO outgoing_row (tbl, id, sent) VALUES (?, ?, ?)",
                    sent.record().table(),
                    sent.record().id(),
                    sent.row().map(Json::of));
        }
    }

    /// The note of this row from when the batch was built; empty where there is none, or none that can be read:
    /// another tool may have written there.
    Optional<Sent> sent(RecordId record) throws SQLException {
        return sql.first(
                        "SELECT sent FROM outgoing_row WHERE tbl = ? AND id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        record.table(),
                        record.id())
                .flatMap(values -> values.isEmpty()
                        ? Optional.of(new Sent(record, Optional.empty()))
                        : values.flatMap(Json::find).map(row -> new Sent(record, Optional.of(row))));
    }

    /// The row was sent with these values, too, if it was sent.
    public void widen(RecordId record, Row values) throws SQLException {
        var row = sent(record).flatMap(Sent::row);
        if (row.isPresent()) {
            sql.update(
                    "UPDATE outgoing_row SET sent = ? WHERE tbl = ? AND id = ?",
                    Json.of(row.get().overlaid(values)),
                    record.table(),
                    record.id());
        }
    }

    /// Removes the stored batch.
    public void clear() throws SQLException {
        sql.update("DELETE FROM outgoing");
        sql.update("DELETE FROM outgoing_row");
    }
}
