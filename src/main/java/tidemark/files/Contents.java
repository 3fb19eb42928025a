package tidemark.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.files.Content.Obstacle;

/// The table of contents: which are here, which are on the remote, and what keeps one from being moved. In the
/// transaction of a connection.
final class Contents {
    private static final String ONE = """
            SELECT sha256, size, here, modified, sent, wanted, upload, problem FROM content WHERE sha256 = ?""";

    private static final String ADD = """
            INSERT INTO content (sha256, size, here, sent, wanted, used) VALUES (?, ?, 0, 0, 0, ?)
            ON CONFLICT (sha256) DO NOTHING""";

    private final Sql sql;

    Contents(Sql sql) {
        this.sql = sql;
    }

    /// The content, if this device has had to do with it.
    Optional<Content> find(ContentHash hash) throws SQLException {
        return sql.first(ONE, Contents::content, hash.text());
    }

    private static Content content(ResultSet row) throws SQLException {
        var modified = row.getLong(4);
        var isChecked = !row.wasNull();
        return new Content(
                new ContentHash(row.getString(1)),
                row.getLong(2),
                row.getInt(3) == 1,
                isChecked ? Optional.of(modified) : Optional.empty(),
                row.getInt(5) == 1,
                row.getInt(6) == 1,
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)).flatMap(Obstacle::of));
    }

    /// Notes that a file was taken in here. Whether the remote has it stays as it was known.
    void taken(ContentHash hash, FileState state, Instant now) throws SQLException {
        sql.update(ADD, hash.text(), state.size(), now.toEpochMilli());
        sql.update(
                "UPDATE content SET size = ?, here = 1, modified = ?, used = ?, problem = NULL WHERE sha256 = ?",
                state.size(),
                state.modified(),
                now.toEpochMilli(),
                hash.text());
    }

    /// Notes that it was fetched from the remote.
    void fetched(ContentHash hash, FileState state, Instant now) throws SQLException {
        taken(hash, state, now);
        sql.update("UPDATE content SET sent = 1, wanted = 0 WHERE sha256 = ?", hash.text());
    }

    /// Notes that the remote surely has it.
    void sent(ContentHash hash) throws SQLException {
        sql.update("UPDATE content SET sent = 1, upload = NULL, problem = NULL WHERE sha256 = ?", hash.text());
    }

    /// Notes a file that lies in the folder and is not known: it is checked before it is used.
    void found(ContentHash hash, long size, Instant now) throws SQLException {
        sql.update(ADD, hash.text(), size, now.toEpochMilli());
        sql.update(
                "UPDATE content SET size = ?, here = 1, modified = NULL WHERE sha256 = ? AND here = 0",
                size,
                hash.text());
    }

    /// Notes that its file is not here.
    void gone(ContentHash hash) throws SQLException {
        sql.update("UPDATE content SET here = 0, modified = NULL WHERE sha256 = ?", hash.text());
    }

    /// Notes that its file is here as its hash says.
    void checked(ContentHash hash, FileState state) throws SQLException {
        sql.update("UPDATE content SET modified = ? WHERE sha256 = ?", state.modified(), hash.text());
    }

    /// Notes that it was needed now.
    void used(ContentHash hash, Instant now) throws SQLException {
        sql.update("UPDATE content SET used = ? WHERE sha256 = ?", now.toEpochMilli(), hash.text());
    }

    /// Notes that the remote does not have it, or not as it was sent: it is sent again.
    void unsent(ContentHash hash) throws SQLException {
        sql.update("UPDATE content SET sent = 0, upload = NULL, problem = NULL WHERE sha256 = ?", hash.text());
    }

    /// Notes that the remote has it as its name says, whatever an earlier attempt found.
    void foundThere(ContentHash hash) throws SQLException {
        sql.update(
                "UPDATE content SET sent = 1, problem = NULL WHERE sha256 = ? AND problem IN (?, ?)",
                hash.text(),
                Obstacle.MISSING.name(),
                Obstacle.DAMAGED.name());
    }

    /// Notes by which token its upload is found again.
    void uploading(ContentHash hash, Optional<String> token) throws SQLException {
        sql.update("UPDATE content SET upload = ? WHERE sha256 = ?", token, hash.text());
    }

    /// Notes that a person wants it here, whatever kept it from being moved before.
    void want(ContentHash hash, long size, Instant now) throws SQLException {
        sql.update(ADD, hash.text(), size, now.toEpochMilli());
        sql.update("UPDATE content SET wanted = 1 - here, problem = NULL WHERE sha256 = ?", hash.text());
    }

    /// Notes why it is not moved any more.
    void stopped(ContentHash hash, long size, Obstacle obstacle, Instant now) throws SQLException {
        sql.update(ADD, hash.text(), size, now.toEpochMilli());
        sql.update("UPDATE content SET wanted = 0, problem = ? WHERE sha256 = ?", obstacle.name(), hash.text());
    }

    /// Lets it be moved again.
    void retry(ContentHash hash) throws SQLException {
        sql.update("UPDATE content SET problem = NULL WHERE sha256 = ?", hash.text());
    }

    /// Lets those be looked for again that the remote did not have: another device may have sent them meanwhile.
    void retryMissing() throws SQLException {
        sql.update("UPDATE content SET problem = NULL WHERE problem = ?", Obstacle.MISSING.name());
    }
}
