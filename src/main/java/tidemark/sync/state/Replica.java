package tidemark.sync.state;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import tidemark.db.Sql;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Hash;
import tidemark.sync.format.StateHash;
import tidemark.sync.format.Version;

/// What this copy of the library knows of itself: where in the log it stands. Kept in the table `local`.
public final class Replica {
    private static final String LAST_COMMIT = "commit.";
    private static final String LAST_SYNC = "sync.at";
    public static final String COMMITS = "commits";
    public static final String PAUSED = "sync.paused";

    private final Sql sql;

    public Replica(Sql sql) {
        this.sql = sql;
    }

    /// A place in the log: the last batch applied, its hash, and the fingerprint of the synced state there.
    public record Position(Version version, Hash hash, StateHash state) {
        static final Position START = new Position(Version.NONE, Hash.NONE, StateHash.EMPTY);
    }

    public Position position() throws SQLException {
        var version = get("version");
        if (version.isEmpty()) {
            return Position.START;
        }
        return new Position(
                new Version(Long.parseLong(version.get())),
                new Hash(get("hash").orElse(Hash.NONE.value())),
                StateHash.parse(get("stateHash").orElse(StateHash.EMPTY.toString())));
    }

    public void moveTo(Position position) throws SQLException {
        set("version", position.version().toString());
        set("hash", position.hash().value());
        set("stateHash", position.state().toString());
    }

    /// Which library this is a copy of; empty until it first met a remote.
    public Optional<String> library() throws SQLException {
        return get("library");
    }

    public void library(String id) throws SQLException {
        set("library", id);
    }

    /// The newest commit of each device, by device id.
    public Map<String, CommitId> lastCommits() throws SQLException {
        var commits = new TreeMap<String, CommitId>();
        sql.each(
                "SELECT key, value FROM local WHERE key LIKE 'commit.%'",
                row -> commits.put(row.getString(1).substring(LAST_COMMIT.length()), new CommitId(row.getString(2))));
        return commits;
    }

    public void lastCommit(String device, CommitId commit) throws SQLException {
        set(LAST_COMMIT + device, commit.value());
    }

    /// When this copy was last known to be in step with its remote.
    public Optional<Instant> lastSync() throws SQLException {
        var at = number(LAST_SYNC);
        return at.isPresent() ? Optional.of(Instant.ofEpochMilli(at.getAsLong())) : Optional.empty();
    }

    void lastSync(Instant at) throws SQLException {
        set(LAST_SYNC, Long.toString(at.toEpochMilli()));
    }

    /// Whether the person has paused the sync of this copy.
    public boolean isPaused() throws SQLException {
        return get(PAUSED).equals(Optional.of("yes"));
    }

    public OptionalLong number(String key) throws SQLException {
        var value = get(key);
        return value.isPresent() ? OptionalLong.of(Long.parseLong(value.get())) : OptionalLong.empty();
    }

    public Optional<String> get(String key) throws SQLException {
        return sql.text("SELECT value FROM local WHERE key = ?", key);
    }

    public void set(String key, String value) throws SQLException {
        sql.update(
                "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value);
    }

    public void remove(String key) throws SQLException {
        sql.update("DELETE FROM local WHERE key = ?", key);
    }
}
