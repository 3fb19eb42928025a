package tidemark.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// A proxy that makes a [TrackedConnection] of SQLite's connection: every call on it, on its statements and on their
/// results passes through here, and after each one its [CommitTracker] is asked whether SQLite has committed.
///
/// Results take part because `INSERT … RETURNING` in autocommit commits when its result has been read or closed.
final class TrackingProxy {
    private final SQLiteConnection connection;
    private final CommitTracker tracker;
    private final TrackedConnection tracked;

    private TrackingProxy(SQLiteConnection connection, CommitTracker tracker) {
        this.connection = connection;
        this.tracker = tracker;
        this.tracked = TrackedConnection.class.cast(proxy(TrackedConnection.class, connection));
    }

    static TrackedConnection track(Connection connection, Runnable listener) throws SQLException {
        var sqlite = connection.unwrap(SQLiteConnection.class);
        return new TrackingProxy(sqlite, CommitTracker.of(sqlite, listener)).tracked;
    }

    /// The invocation handler of one of SQLite's objects; two proxies of the same object are equal.
    private final class Handler implements InvocationHandler {
        private final Object target;

        Handler(Object target) {
            this.target = target;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "hasWrites" -> tracker.hasWrites();
                case "changedRows" -> tracker.changedRows();
                case "committedWrites" -> tracker.committedWrites();
                case "equals" -> arguments != null && isSame(arguments[0]);
                case "isWrapperFor" -> isA(proxy, arguments) || Boolean.TRUE.equals(runTracked(method, arguments));
                case "unwrap" -> isA(proxy, arguments) ? proxy : runTracked(method, arguments);
                default -> wrapped(method.getReturnType(), runTracked(method, arguments));
            };
        }

        private boolean isSame(@Nullable Object other) {
            return other != null
                    && Proxy.isProxyClass(other.getClass())
                    && Proxy.getInvocationHandler(other) instanceof Handler handler
                    && handler.target.equals(target);
        }

        private static boolean isA(Object proxy, @Nullable Object @Nullable [] arguments) {
            return arguments != null && arguments[0] instanceof Class<?> type && type.isInstance(proxy);
        }

        private @Nullable Object runTracked(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            return tracker.run(() -> call(target, method, arguments));
        }
    }

    private @Nullable Object wrapped(Class<?> type, @Nullable Object result) {
        return switch (result) {
            case null -> null;
            case Connection sqlite when sqlite.equals(connection) -> tracked;
            case Statement statement -> proxy(type, statement);
            case ResultSet rows -> proxy(type, rows);
            default -> result;
        };
    }

    private Object proxy(Class<?> type, Object target) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Handler(target));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
