package tidemark.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/// A few read-only connections, opened when first needed and kept.
final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    private record Reader(Connection connection, Sql sql) {}

    private final LibraryDataSource source;
    private final Semaphore free = new Semaphore(MOST, true);

    // Guarded by this.
    private final Deque<Reader> idle = new ArrayDeque<>();

    Readers(LibraryDataSource source) {
        this.source = source;
    }

    <T> T read(Database.Work<T> work) throws SQLException {
        free.acquireUninterruptibly();
        try {
            var reader = take();
            try {
                reader.sql().run("BEGIN");
                return work.run(reader.sql());
            } finally {
                reader.sql().run("ROLLBACK");
                give(reader);
            }
        } finally {
            free.release();
        }
    }

    private Reader take() throws SQLException {
        synchronized (this) {
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

    /// Waits for the readers that are still at work.
    @Override
    public void close() throws SQLException {
        free.acquireUninterruptibly(MOST);
        synchronized (this) {
            for (var reader : idle) {
                reader.sql().close();
                reader.connection().close();
            }
            idle.clear();
        }
    }
}
