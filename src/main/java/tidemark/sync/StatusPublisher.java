package tidemark.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tidemark.db.Database;
import tidemark.sync.state.Replica;

/// The publisher of the status: the last one published, and the listeners to the next.
final class StatusPublisher {
    private final Database database;
    private final String remote;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile SyncStatus status;
    private volatile boolean confirmed;

    StatusPublisher(Database database, String remote) {
        this.database = database;
        this.remote = remote;
        this.status = read(new SyncState.Checking(), database.read(sql -> new Replica(sql).lastSync()), 0);
    }

    /// The last status published.
    SyncStatus status() {
        return status;
    }

    /// Calls `listener` with the present status and each later one, on the thread that made it.
    void onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        listener.accept(status);
    }

    /// Publishes this state with the facts as they are now.
    void publish(SyncState state) {
        notifyListeners(read(state, status.lastCheck(), status.remoteVersion()));
    }

    /// Publishes this state, with `now` as the moment of the last answer of the remote.
    void publishChecked(SyncState state, Instant now) {
        confirmed = true;
        notifyListeners(read(state, Optional.of(now), 0)); // nothing newer is there than here
    }

    /// Publishes another state with the last facts, without reading the library.
    void publishQuickly(SyncState state) {
        notifyListeners(status.in(state));
    }

    /// Whether a round has succeeded: the remote is this library's, and as it should be.
    boolean isConfirmed() {
        return confirmed;
    }

    /// The state between rounds.
    SyncState idle() {
        return read(status.state(), status.lastCheck(), status.remoteVersion()).idle();
    }

    private void notifyListeners(SyncStatus next) {
        if (!next.equals(status)) {
            status = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    private SyncStatus read(SyncState state, Optional<Instant> lastCheck, long remoteVersion) {
        return SyncStatus.read(database, state, lastCheck, remoteVersion, Optional.of(remote));
    }
}
