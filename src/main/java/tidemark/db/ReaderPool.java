package tidemark.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/// A pool of a few read-only connections, opened when first needed and kept.
final class ReaderPool implements AutoCloseable {
    private static final int MOST = 4;

    private record Reader(Connection connection, Sql sql) {
        void close() throws SQLException {
            sql.close();
            connection.close();
        }
    }

    private final LibraryDataSource source;
    private final Semaphore free = new Semaphore(MOST, true);

    // Guarded by this.
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    ReaderPool(LibraryDataSource source) {
        this.source = source;
    }

    <T> T read(Work<T> work) throws SQLException {
        free.acquireUninterruptibly();
        try {
            return read(take(), work);
        } finally {
            free.release();
        }
    }

    /// Reads with this connection. One that cannot end its transaction is not used again.
    private <T> T read(Reader reader, Work<T> work) throws SQLException {
        try {
            reader.sql().run("BEGIN");
            var result = work.run(reader.sql());
            reader.sql().run("ROLLBACK");
            give(reader);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            discard(reader, e);
            throw e;
        }
    }

    private static void discard(Reader reader, Throwable reason) {
        try {
            reader.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private Reader take() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw new SQLException("the library was closed");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        var connection = source.reader();
        return new Reader(connection, new Sql(connection));
    }

    private synchronized void give(Reader reader) {
        idle.push(reader);
    }

    /// Waits for the reads that are running; reading afterwards fails.
    @Override
    public void close() throws SQLException {
        free.acquireUninterruptibly(MOST);
        try {
            closeIdle();
        } finally {
            free.release(MOST);
        }
    }

    private synchronized void closeIdle() throws SQLException {
        closed = true;
        for (var reader : idle) {
            reader.close();
        }
        idle.clear();
    }
}
