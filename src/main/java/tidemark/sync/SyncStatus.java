package tidemark.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.sync.format.CommitMode;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Replica;
import tidemark.sync.state.Unsendable;
import tidemark.sync.state.UnsendableRows;

/// The status of the sync at one moment; immutable, published by the sync service.
///
/// @param version the number of the last batch applied here
/// @param remoteVersion the highest number seen on the remote
/// @param pending rows with changes not sent yet
/// @param unsendable those among them that no batch can hold
/// @param conflicts open conflict rows
/// @param lastCheck when the remote last answered that there is nothing newer
/// @param stateHash of the synced state at `version`, 32 hexadecimal digits: equal hashes prove equal libraries
/// @param remote the description of the remote, free of secrets
/// @param commits the commit mode there; empty before the first round
public record SyncStatus(
        SyncState state,
        long version,
        long remoteVersion,
        long pending,
        List<Unsendable> unsendable,
        long conflicts,
        Optional<Instant> lastCheck,
        String stateHash,
        Optional<String> remote,
        Optional<CommitMode> commits) {
    /// The status of a library without a remote.
    public static SyncStatus localOnly(Database database) {
        return read(database, new SyncState.LocalOnly(), Optional.empty(), 0, Optional.empty());
    }

    /// The status of a library that has a remote, without asking it: the failure that the last round ended with, if it
    /// did.
    ///
    /// @param remote where it is, in words
    /// @param now the present time
    public static SyncStatus atRest(Database database, String remote, Instant now) {
        var kept = database.read(sql -> new Replica(sql).lastSync());
        var status = read(database, new SyncState.UpToDate(), kept, 0, Optional.of(remote));
        var isPaused = database.read(sql -> new Replica(sql).isPaused());
        if (isPaused) {
            return status.in(new SyncState.Paused());
        }
        return status.in(new LastOutcome(database).failure(now).orElseGet(status::idle));
    }

    /// The state between rounds: something is pending, or conflicts are open, or all is in sync.
    SyncState idle() {
        if (pending > 0) {
            return new SyncState.Waiting(pending);
        }
        return conflicts > 0 ? new SyncState.Conflicts(conflicts) : new SyncState.UpToDate();
    }

    /// The status with the facts as they are in the database now.
    static SyncStatus read(
            Database database,
            SyncState state,
            Optional<Instant> lastCheck,
            long remoteVersion,
            Optional<String> remote) {
        return database.read(sql -> {
            var position = new Replica(sql).position();
            var version = position.version().number();
            var mode = new Replica(sql).get(LocalKey.COMMIT_MODE).flatMap(CommitMode::of);
            return new SyncStatus(
                    state,
                    version,
                    Math.max(version, remoteVersion),
                    new Pending(sql).count(),
                    UnsendableRows.all(sql, database.schema()),
                    sql.number("SELECT count(*) FROM conflict WHERE resolution IS NULL")
                            .orElse(0),
                    lastCheck,
                    position.state().toString(),
                    remote,
                    remote.flatMap(_ -> mode));
        });
    }

    /// A status with these facts and another state.
    public SyncStatus in(SyncState state) {
        return new SyncStatus(
                state, version, remoteVersion, pending, unsendable, conflicts, lastCheck, stateHash, remote, commits);
    }
}
