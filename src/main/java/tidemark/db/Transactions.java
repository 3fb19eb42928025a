package tidemark.db;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// The transactions of a library's one writing connection. Used under the writer's lock.
final class Transactions {
    private final InstantSource clock;
    private final TrackedConnection writer;
    private final Sql sql;
    private final AtomicReference<Origin> origin;
    private final EditRecorder recorder;
    private final SizeMonitor sizeMonitor = new SizeMonitor();

    /// The transactions of this connection.
    ///
    /// @param origin set to each transaction's, for the listeners of its commit
    Transactions(
            InstantSource clock,
            TrackedConnection writer,
            Sql sql,
            AtomicReference<Origin> origin,
            EditRecorder recorder) {
        this.clock = clock;
        this.writer = writer;
        this.sql = sql;
        this.origin = origin;
        this.recorder = recorder;
    }

    /// Runs `work` as one transaction, which is undone when it fails or changes nothing.
    <T> T run(Origin from, Work<T> work) throws SQLException {
        origin.set(from);
        var isRecorded = recorder.records(from);
        if (isRecorded) {
            recorder.install(sql);
        }
        var changes = new ArrayList<RowChange>();
        sql.run("BEGIN IMMEDIATE");
        var before = writer.committedWrites();
        var result = attempt(isRecorded ? recorded(work, changes) : work);
        if (writer.committedWrites() != before) {
            sizeMonitor.check(sql);
        }
        recorder.report(changes);
        return result;
    }

    private <T> Work<T> recorded(Work<T> work, List<RowChange> changes) {
        return statements -> {
            recorder.begin(statements);
            var result = work.run(statements);
            changes.addAll(recorder.end(statements));
            return result;
        };
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        try {
            sql.update("UPDATE tx SET number = number + 1, at = ?", clock.millis());
            var before = writer.changedRows();
            var result = work.run(sql);
            var changed = writer.changedRows() - before - recorder.takeOwnWrites();
            sql.run(changed != 0 ? "COMMIT" : "ROLLBACK");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    /// SQLite undoes a transaction by itself after some errors, a full disk among them.
    private void rollBack(Throwable reason) {
        try {
            sql.run("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
