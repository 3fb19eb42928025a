package tidemark.sync.state;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Version;

/// The local log: the newest batches applied here, with their bytes, so that history works offline, and a damaged
/// remote can be mended.
public final class LocalLog {
    private static final long MOST_BATCHES = 10_000;
    private static final long MOST_BYTES = 256L << 20;

    private static final String INSERT = """
            INSERT INTO log (version, commit_id, device, device_name, at, hash, rows, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String TRIM_TO_BYTES = """
            DELETE FROM log WHERE version < (
              SELECT min(version) FROM (
                SELECT version, sum(length(body)) OVER (ORDER BY version DESC) AS total FROM log)
              WHERE total <= ?)""";

    private final Sql sql;

    /// The local log, in the transaction of this connection.
    public LocalLog(Sql sql) {
        this.sql = sql;
    }

    /// Appends a batch, and drops old ones: 10,000 are kept, of at most 256 MiB in all.
    public void add(Batch batch, BatchFormat.Encoded encoded) throws SQLException {
        sql.update(
                INSERT,
                batch.version().number(),
                batch.commitId().value(),
                batch.device().id(),
                batch.device().name(),
                millis(batch.time()),
                encoded.hash().value(),
                batch.changes().size(),
                encoded.bytes());
        trim(batch.version());
    }

    /// The bytes of the batch as they are on the remote, if they are still kept.
    public Optional<byte[]> bytes(Version version) throws SQLException {
        return sql.first("SELECT body FROM log WHERE version = ?", row -> row.getBytes(1), version.number());
    }

    /// The hash of the batch of this version, if it is still kept.
    public Optional<Hash> hash(Version version) throws SQLException {
        return sql.text("SELECT hash FROM log WHERE version = ?", version.number())
                .map(Hash::new);
    }

    /// The batch of this version, if it is still kept.
    public Optional<Batch> batch(Version version) throws SQLException {
        var name = version.objectName();
        return bytes(version).map(bytes -> BatchReader.readOwn(name, BatchFormat.unpacking(name, bytes)));
    }

    /// Deletes the batches after this version, which are not part of the log any longer.
    public void forgetAfter(Version version) throws SQLException {
        sql.update("DELETE FROM log WHERE version > ?", version.number());
    }

    /// The total bytes of the batches after this version.
    public long bytesSince(Version version) throws SQLException {
        return sql.number("SELECT sum(length(body)) FROM log WHERE version > ?", version.number())
                .orElse(0);
    }

    /// Drops old batches. The total size is checked at every hundredth version only: that reads every row's length.
    private void trim(Version newest) throws SQLException {
        sql.update("DELETE FROM log WHERE version <= ?", newest.number() - MOST_BATCHES);
        if (newest.number() % 100 == 0) {
            sql.update(TRIM_TO_BYTES, MOST_BYTES);
        }
    }

    private static long millis(Instant time) {
        return Math.clamp(time.getEpochSecond(), -1_000_000_000_000L, 1_000_000_000_000L) * 1000;
    }
}
