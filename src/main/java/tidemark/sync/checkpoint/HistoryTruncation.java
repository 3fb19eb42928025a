package tidemark.sync.checkpoint;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.remote.ObjectName;
import tidemark.sync.format.Batch;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The truncation of the remote's history (rule 9): a snapshot exists, then a batch names it, then tombstones take the
/// place of the batches up to the snapshot's version, and of no later one. A crash anywhere leaves a log that every
/// device can read; the next rounds do the rest.
public final class HistoryTruncation {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryTruncation.class);

    private static final int AT_ONCE = 200;

    private final Database database;
    private final RemoteLog log;
    private final Snapshots snapshots;

    /// A truncation on the remote of this context.
    public HistoryTruncation(SyncContext context, RemoteLog log, Snapshots snapshots) {
        this.database = context.database();
        this.log = log;
        this.snapshots = snapshots;
    }

    /// Puts a snapshot of the synced state. Nothing may be outgoing.
    ///
    /// @return the name of the snapshot, which the next batch is to name
    public String prepare() {
        var snapshot = snapshots.put(Map.of()).name().value();
        database.change(Origin.SYNC, sql -> new Replica(sql).set(LocalKey.TRUNCATION_SNAPSHOT, snapshot));
        return snapshot;
    }

    /// Whether the batch that names the prepared snapshot is known to be committed.
    public boolean isNamed() {
        var snapshot = snapshot();
        return snapshot.isPresent() && isNamed(snapshot.get());
    }

    private Optional<Snapshot> snapshot() {
        return database.read(sql -> new Replica(sql).get(LocalKey.TRUNCATION_SNAPSHOT))
                .flatMap(name -> Snapshot.of(new ObjectName(name)));
    }

    /// Forgets a truncation that was begun: another log has other numbers.
    static void forget(Sql sql) throws SQLException {
        var replica = new Replica(sql);
        replica.remove(LocalKey.TRUNCATION_SNAPSHOT);
        replica.remove(LocalKey.TRUNCATION_DONE);
    }

    /// Puts the next 200 tombstones for a snapshot that was named; returns whether more are left.
    public boolean proceed(Progress progress) {
        var snapshot = snapshot();
        if (snapshot.isEmpty()) {
            return false;
        }
        if (!isNamed(snapshot.get())) {
            database.change(Origin.SYNC, sql -> new Replica(sql).remove(LocalKey.TRUNCATION_SNAPSHOT));
            return false;
        }
        return putTombstones(snapshot.get(), progress);
    }

    private boolean putTombstones(Snapshot snapshot, Progress progress) {
        var last = snapshot.version().number();
        var first = database.read(sql -> new Replica(sql).number(LocalKey.TRUNCATION_DONE))
                        .orElse(0)
                + 1;
        var until = Math.min(last, first + AT_ONCE - 1);
        for (var number = first; number <= until; number++) {
            log.bury(new Version(number));
            progress.advanced(number, last, 0);
        }
        var isDone = until == last;
        if (isDone) {
            snapshots.removeAllBut(snapshot.name().value());
        }
        database.change(Origin.SYNC, sql -> {
            var replica = new Replica(sql);
            replica.set(LocalKey.TRUNCATION_DONE, Long.toString(until));
            if (isDone) {
                replica.remove(LocalKey.TRUNCATION_SNAPSHOT);
            }
        });
        LOG.info("The remote's history is emptied up to version {} of {}", until, last);
        return !isDone;
    }

    /// Whether a batch that this copy knows to be committed names the snapshot.
    private boolean isNamed(Snapshot snapshot) {
        var here = database.read(sql -> new Replica(sql).position()).version();
        for (var version = snapshot.version().next(); !version.isAfter(here); version = version.next()) {
            if (named(version).equals(Optional.of(snapshot.name().value()))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> named(Version version) {
        return database.read(sql -> new LocalLog(sql).batch(version)).flatMap(Batch::snapshot);
    }
}
