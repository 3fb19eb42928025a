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

/// This copy's knowledge of itself, in the table `local`: its position in the log, its library, and the state of its
/// sync.
public final class Replica {
    private static final String FAMILY =
            "SELECT substr(key, 1 + length(?)), value FROM local WHERE substr(key, 1, length(?)) = ?";

    private static final String PUT =
            "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

    private final Sql sql;

    /// This copy, in the transaction of this connection.
    public Replica(Sql sql) {
        this.sql = sql;
    }

    /// A position in the log: the version of the last batch applied, its hash, and the state hash after it.
    public record Position(Version version, Hash hash, StateHash state) {
        static final Position START = new Position(Version.NONE, Hash.NONE, StateHash.EMPTY);
    }

    /// The position of this copy in the log.
    public Position position() throws SQLException {
        var version = get(LocalKey.VERSION);
        if (version.isEmpty()) {
            return Position.START;
        }
        return new Position(
                new Version(Long.parseLong(version.get())),
                new Hash(get(LocalKey.HASH).orElse(Hash.NONE.value())),
                StateHash.parse(get(LocalKey.STATE_HASH).orElse(StateHash.EMPTY.toString())));
    }

    /// Notes that this copy is at `position` now.
    public void moveTo(Position position) throws SQLException {
        set(LocalKey.VERSION, position.version().toString());
        set(LocalKey.HASH, position.hash().value());
        set(LocalKey.STATE_HASH, position.state().toString());
    }

    /// The id of the library that this is a copy of; empty until it first joined a remote.
    public Optional<String> library() throws SQLException {
        return get(LocalKey.LIBRARY);
    }

    /// Notes that this is a copy of the library with this id.
    public void library(String id) throws SQLException {
        set(LocalKey.LIBRARY, id);
    }

    /// The commit id of each device's newest batch, by device id.
    public Map<String, CommitId> lastCommits() throws SQLException {
        var commits = new TreeMap<String, CommitId>();
        var family = LocalKey.LAST_COMMIT.key();
        sql.each(FAMILY, row -> commits.put(row.getString(1), new CommitId(row.getString(2))), family, family, family);
        return commits;
    }

    /// Notes the commit id of a device's newest batch.
    public void lastCommit(String device, CommitId commit) throws SQLException {
        set(LocalKey.LAST_COMMIT, device, commit.value());
    }

    /// When this copy was last known to be in sync with its remote.
    public Optional<Instant> lastSync() throws SQLException {
        var at = number(LocalKey.LAST_SYNC);
        return at.isPresent() ? Optional.of(Instant.ofEpochMilli(at.getAsLong())) : Optional.empty();
    }

    /// Whether the person has paused the sync of this copy.
    public boolean isPaused() throws SQLException {
        return get(LocalKey.PAUSED).equals(Optional.of("yes"));
    }

    /// The number under a key.
    public OptionalLong number(LocalKey key) throws SQLException {
        var value = get(key);
        return value.isPresent() ? OptionalLong.of(Long.parseLong(value.get())) : OptionalLong.empty();
    }

    /// The text under a key.
    public Optional<String> get(LocalKey key) throws SQLException {
        return find(key.key());
    }

    /// The text under the key of this member of a family.
    public Optional<String> get(LocalKey family, String member) throws SQLException {
        return find(family.key() + member);
    }

    private Optional<String> find(String key) throws SQLException {
        return sql.text("SELECT value FROM local WHERE key = ?", key);
    }

    /// Writes a text under a key.
    public void set(LocalKey key, String value) throws SQLException {
        put(key.key(), value);
    }

    /// Writes a text under the key of this member of a family.
    public void set(LocalKey family, String member, String value) throws SQLException {
        put(family.key() + member, value);
    }

    private void put(String key, String value) throws SQLException {
        sql.update(PUT, key, value);
    }

    /// Removes a key.
    public void remove(LocalKey key) throws SQLException {
        delete(key.key());
    }

    /// Removes the key of this member of a family.
    public void remove(LocalKey family, String member) throws SQLException {
        delete(family.key() + member);
    }

    private void delete(String key) throws SQLException {
        sql.update("DELETE FROM local WHERE key = ?", key);
    }

    /// Removes all that is known of the log to which this copy belonged.
    void forgetLog() throws SQLException {
        for (var key : LocalKey.values()) {
            if (key.scope() == LocalKey.Scope.LOG) {
                forget(key);
            }
        }
    }

    private void forget(LocalKey key) throws SQLException {
        if (key.isFamily()) {
            sql.update("DELETE FROM local WHERE substr(key, 1, length(?)) = ?", key.key(), key.key());
        } else {
            remove(key);
        }
    }
}
