package tidemark.db;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// A source of connections to a library's file, all with the same settings. It calls its listeners after every
/// transaction that changed rows on any of them.
public final class LibraryDataSource implements DataSource {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LibraryDataSource.class);
    /// The time that a writer waits for another process, in milliseconds.
    static final int BUSY_MILLISECONDS = 10_000;

    private static final int MOST_ATTEMPTS = 100;
    private static final long BETWEEN_ATTEMPTS_NANOS = 20_000_000;

    private final Path file;
    private final List<Consumer<Origin>> listeners = new CopyOnWriteArrayList<>();

    /// A source of connections to this file, which is created when it does not exist.
    public LibraryDataSource(Path file) {
        NativeSqlite.load();
        this.file = file;
    }

    /// Calls `listener` with the origin of each transaction that changed rows, once, on the thread that committed it.
    ///
    /// It may read but not write, and hands longer work over. The transaction stands whatever it throws, which is
    /// logged.
    public void onCommit(Consumer<Origin> listener) {
        listeners.add(listener);
    }

    @Override
    public TrackedConnection getConnection() throws SQLException {
        return getConnection(() -> Origin.EDIT);
    }

    /// A connection whose transactions have the origin that `origin` gives when they are committed.
    TrackedConnection getConnection(Supplier<Origin> origin) throws SQLException {
        return TrackingProxy.track(connect(), () -> {
            var from = origin.get();
            listeners.forEach(listener -> callListener(listener, from));
        });
    }

    private static void callListener(Consumer<Origin> listener, Origin origin) {
        try {
            listener.accept(origin);
        } catch (RuntimeException e) {
            LOG.error("A listener failed after a transaction that is kept", e);
        }
    }

    /// A connection that cannot write.
    Connection reader() throws SQLException {
        var connection = settings().createConnection(url(file));
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    /// The JDBC URL of the file. The driver would take what follows a question mark for settings; only a URI can have
    /// one in a name.
    static String url(Path file) {
        var name = file.toString();
        return "jdbc:sqlite:" + (name.contains("?") ? "file:" + file.toUri().getRawPath() : name);
    }

    /// Opens a connection. While another process turns a new file to WAL, SQLite reports it busy at once, whatever the
    /// busy timeout is.
    private Connection connect() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return settings().createConnection(url(file));
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !(DatabaseException.of(file, e) instanceof DatabaseException.Busy)) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
            }
        }
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.enforceForeignKeys(true);
        settings.enableRecursiveTriggers(true);
        settings.setBusyTimeout(BUSY_MILLISECONDS);
        settings.setPragma(Pragma.TEMP_STORE, "memory");
        return settings;
    }

    @Override
    public TrackedConnection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the log goes through slf4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
