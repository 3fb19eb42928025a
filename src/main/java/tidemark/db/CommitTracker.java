package tidemark.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/// A counter of the transactions of one connection that changed rows; it calls a listener once each is durable.
///
/// SQLite's commit hook tells *that* a transaction commits (also one that was begun by SQL text, or by autocommit), its
/// count of changed rows tells *whether* that changed anything. The hook runs before the commit is durable and may not
/// use the connection, so the listener is called only after the call has returned. A statement that commits by itself
/// is added to the count after the hook, an explicit COMMIT has everything counted before it.
final class CommitTracker implements SQLiteCommitListener {
    /// A call on the connection.
    @FunctionalInterface
    interface Call {
        @Nullable
        Object run() throws Throwable;
    }

    private final SQLiteConnection connection;
    private final DB database;
    private final Runnable listener;

    // The count of changed rows up to which all changes were either reported or undone.
    private long accountedChanges;
    private boolean commitSeen;
    private long countAtCommit;
    private int unreported;
    private long committedWrites;

    private CommitTracker(SQLiteConnection connection, Runnable listener) {
        this.connection = connection;
        this.database = connection.getDatabase();
        this.listener = listener;
    }

    static CommitTracker of(SQLiteConnection connection, Runnable listener) throws SQLException {
        var tracker = new CommitTracker(connection, listener);
        tracker.accountedChanges = tracker.database.total_changes();
        connection.addCommitListener(tracker);
        return tracker;
    }

    boolean hasWrites() {
        return changedRows() != accountedChanges;
    }

    long changedRows() {
        try {
            return connection.isClosed() ? accountedChanges : database.total_changes();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not say how many rows it changed", e);
        }
    }

    long committedWrites() {
        return committedWrites;
    }

    /// One call may commit several times: a batch in autocommit does so once per statement.
    @Override
    public void onCommit() {
        if (commitSeen) {
            countCommit();
        }
        commitSeen = true;
        countAtCommit = changedRows();
    }

    /// SQLite's count does not go back when work is undone; changes are counted from here on.
    @Override
    public void onRollback() {
        if (commitSeen && changedRows() != countAtCommit) {
            countCommit();
        }
        commitSeen = false;
        accountedChanges = changedRows();
    }

    /// Runs the call, then reports the transactions that it committed, even when it failed in the end.
    @Nullable
    Object run(Call call) throws Throwable {
        try {
            var result = call.run();
            afterCall();
            return result;
        } catch (SQLException e) {
            afterFailure();
            throw e;
        } finally {
            report();
        }
    }

    private void afterCall() throws SQLException {
        if (!commitSeen) {
            return;
        }
        commitSeen = false;
        if (connection.isClosed()) {
            unreported++; // closing completed a result that was still open: SQLite cannot be asked any more
            return;
        }
        countCommit();
        if (accountedChanges != countAtCommit && isInTransaction()) {
            accountedChanges = countAtCommit; // a script has begun a transaction that is still to be reported
        }
    }

    /// Handles a failed call. A batch may have committed before it failed; a COMMIT that failed leaves the count where
    /// it was.
    private void afterFailure() throws SQLException {
        if (commitSeen && changedRows() == countAtCommit) {
            commitSeen = false;
        }
        afterCall();
    }

    private void countCommit() {
        var changes = changedRows();
        if (changes != accountedChanges) {
            accountedChanges = changes;
            unreported++;
        }
    }

    private void report() {
        while (unreported > 0) {
            unreported--; // before the listener runs, which may call this connection again
            committedWrites++;
            listener.run();
        }
    }

    /// Whether a transaction is open. SQLite has no other answer that the driver would pass on.
    private boolean isInTransaction() throws SQLException {
        try {
            database._exec("BEGIN");
        } catch (SQLException _) {
            return true;
        }
        database._exec("COMMIT");
        return false;
    }
}
