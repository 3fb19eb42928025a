package tidemark.sync.checkpoint;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.remote.ObjectName;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchReader;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.LocalLog;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Empties the remote's history (rule 9): a base exists, then a batch names it, then markers take the place of the
/// batches up to the base's version, and of no later one. A crash anywhere leaves a log that everyone can read; what
/// is left to be done is done with the next rounds.
public final class HistoryTruncation {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryTruncation.class);

    /// The base that was made to be named.
    private static final String BASE = "emptying.base";

    /// The last number that holds a marker already.
    private static final String EMPTIED = "emptying.done";

    private static final int AT_ONCE = 200;

    private final Database database;
    private final RemoteLog log;
    private final Snapshots snapshots;

    public HistoryTruncation(SyncContext context, RemoteLog log) {
        this.database = context.database();
        this.log = log;
        this.snapshots = new Snapshots(context, log);
    }

    /// Makes a base of the synced state; nothing is on its way.
    ///
    /// @return what the next batch is to name
    public String prepare() {
        var base = snapshots.put(Map.of()).name().value();
        database.change(sql -> new Replica(sql).set(BASE, base));
        return base;
    }

    /// Whether the batch that names what was prepared is known to be committed.
    public boolean isNamed() throws UpdateNeeded {
        var base = base();
        return base.isPresent() && isNamed(base.get());
    }

    private Optional<Snapshot> base() {
        return database.read(sql -> new Replica(sql).get(BASE)).flatMap(name -> Snapshot.of(new ObjectName(name)));
    }

    /// Another log has other numbers.
    static void forget(Sql sql) throws SQLException {
        sql.update("DELETE FROM local WHERE key LIKE 'emptying.%'");
    }

    /// Goes on with the markers of a base that was named, if there are any left; says whether there are.
    public boolean goesOn(Progress progress) throws UpdateNeeded {
        var base = base();
        if (base.isEmpty()) {
            return false;
        }
        if (!isNamed(base.get())) {
            database.change(sql -> new Replica(sql).remove(BASE));
            return false;
        }
        return putMarkers(base.get(), progress);
    }

    private boolean putMarkers(Snapshot snapshot, Progress progress) {
        var last = snapshot.version().number();
        var first = database.read(sql -> new Replica(sql).number(EMPTIED)).orElse(0) + 1;
        var until = Math.min(last, first + AT_ONCE - 1);
        for (var number = first; number <= until; number++) {
            log.empty(new Version(number));
            progress.advanced(number, last, 0);
        }
        var isDone = until == last;
        if (isDone) {
            snapshots.removeAllBut(snapshot.name().value());
        }
        database.change(sql -> {
            var replica = new Replica(sql);
            replica.set(EMPTIED, Long.toString(until));
            if (isDone) {
                replica.remove(BASE);
            }
        });
        LOG.info("The remote's history is emptied up to version {} of {}", until, last);
        return !isDone;
    }

    /// Whether a batch that this copy knows to be committed names it.
    private boolean isNamed(Snapshot snapshot) throws UpdateNeeded {
        var here = database.read(sql -> new Replica(sql).position()).version();
        for (var version = snapshot.version().next(); !version.isAfter(here); version = version.next()) {
            if (named(version).equals(Optional.of(snapshot.name().value()))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> named(Version version) throws UpdateNeeded {
        var bytes = database.read(sql -> new LocalLog(sql).bytes(version));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        var json = BatchFormat.unpacking(version.objectName(), bytes.get());
        return BatchReader.read(version.objectName(), json, database.schema().number())
                .base();
    }
}
