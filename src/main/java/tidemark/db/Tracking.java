package tidemark.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/// Makes a [TrackedConnection] of SQLite's connection: every call on it or on its statements passes through here, and
/// after each one it looks whether SQLite has committed meanwhile.
///
/// SQLite's commit hook tells *that* a transaction commits (also one that was begun by SQL text, or by autocommit), its
/// count of changed rows tells *whether* that changed anything. The hook runs before the commit is durable and may not
/// use the connection, so listeners are told only after the call has returned.
final class Tracking implements SQLiteCommitListener {
    private final SQLiteConnection connection;
    private final Runnable listener;
    private long settled;
    private long committedWrites;
    private boolean commitSeen;

    private Tracking(SQLiteConnection connection, Runnable listener) throws SQLException {
        this.connection = connection;
        this.listener = listener;
        this.settled = connection.getDatabase().total_changes();
    }

    static TrackedConnection track(Connection connection, Runnable listener) throws SQLException {
        var sqlite = connection.unwrap(SQLiteConnection.class);
        var tracking = new Tracking(sqlite, listener);
        sqlite.addCommitListener(tracking);
        return tracking.proxy(TrackedConnection.class, tracking::callConnection);
    }

    @Override
    public void onCommit() {
        commitSeen = true;
    }

    /// SQLite's count goes on rising through work that is then undone; it starts again from here.
    @Override
    public void onRollback() {
        commitSeen = false;
        settled = changes();
    }

    private @Nullable Object callConnection(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "hasWrites" -> changes() != settled;
            case "changedRows" -> changes();
            case "committedWrites" -> committedWrites;
            case "createStatement" -> track(Statement.class, call(connection, method, arguments));
            case "prepareStatement" -> track(PreparedStatement.class, call(connection, method, arguments));
            case "prepareCall" -> track(CallableStatement.class, call(connection, method, arguments));
            default -> settling(connection, method, arguments);
        };
    }

    private <T extends Statement> T track(Class<T> type, @Nullable Object statement) {
        return proxy(type, (_, method, arguments) -> settling(statement, method, arguments));
    }

    private @Nullable Object settling(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return call(target, method, arguments);
        } catch (SQLException e) {
            commitSeen = false;
            throw e;
        } finally {
            settle();
        }
    }

    private void settle() {
        if (!commitSeen) {
            return;
        }
        commitSeen = false;
        var changes = changes();
        if (changes != settled) {
            settled = changes;
            committedWrites++;
            listener.run();
        }
    }

    private long changes() {
        try {
            return connection.isClosed() ? settled : connection.getDatabase().total_changes();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not say how many rows it changed", e);
        }
    }

    private static @Nullable Object call(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
