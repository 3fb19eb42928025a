package tidemark.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/// Counts the transactions of one connection that changed rows, and tells of each once it is durable.
///
/// SQLite's commit hook tells *that* a transaction commits (also one that was begun by SQL text, or by autocommit), its
/// count of changed rows tells *whether* that changed anything. The hook runs before the commit is durable and may not
/// use the connection, so the listener is told only after the call has returned. A statement that commits by itself is
/// added to the count after the hook, an explicit COMMIT has everything counted before it.
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

    // The count up to which all changes were told of, or undone.
    private long settled;
    private boolean commitSeen;
    private long countAtCommit;
    private int untold;
    private long committedWrites;

    private CommitTracker(SQLiteConnection connection, Runnable listener) {
        this.connection = connection;
        this.database = connection.getDatabase();
        this.listener = listener;
    }

    static CommitTracker of(SQLiteConnection connection, Runnable listener) throws SQLException {
        var tracker = new CommitTracker(connection, listener);
        tracker.settled = tracker.database.total_changes();
        connection.addCommitListener(tracker);
        return tracker;
    }

    boolean hasWrites() {
        return changedRows() != settled;
    }

    long changedRows() {
        try {
            return connection.isClosed() ? settled : database.total_changes();
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
            note();
        }
        commitSeen = true;
        countAtCommit = changedRows();
    }

    /// SQLite's count goes on rising through work that is then undone; it starts again from here.
    @Override
    public void onRollback() {
        if (commitSeen && changedRows() != countAtCommit) {
            note();
        }
        commitSeen = false;
        settled = changedRows();
    }

    /// Runs the call, then tells what it has committed, also where it failed in the end.
    @Nullable
    Object settling(Call call) throws Throwable {
        try {
            var result = call.run();
            settle();
            return result;
        } catch (SQLException e) {
            settleFailed();
            throw e;
        } finally {
            tell();
        }
    }

    private void settle() throws SQLException {
        if (!commitSeen) {
            return;
        }
        commitSeen = false;
        if (connection.isClosed()) {
            untold++; // a result that was still open was finished by closing: SQLite cannot be asked any more
            return;
        }
        note();
        if (settled != countAtCommit && isInTransaction()) {
            settled = countAtCommit; // a script went on with a transaction that is still to be told of
        }
    }

    /// A batch may have committed before it failed; a COMMIT that failed leaves its count where it was.
    private void settleFailed() throws SQLException {
        if (commitSeen && changedRows() == countAtCommit) {
            commitSeen = false;
        }
        settle();
    }

    private void note() {
        var changes = changedRows();
        if (changes != settled) {
            settled = changes;
            untold++;
        }
    }

    private void tell() {
        while (untold > 0) {
            untold--; // before the listener runs, which may come back here
            committedWrites++;
            listener.run();
        }
    }

    /// SQLite tells in no other way that the driver would pass on.
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
