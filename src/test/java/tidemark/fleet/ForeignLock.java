package tidemark.fleet;

import java.sql.Connection;
import java.sql.SQLException;

/// A write lock on a member's library, as another program would hold it, until it is closed.
final class ForeignLock implements AutoCloseable {
    private final Connection connection;

    ForeignLock(Member member) throws SQLException {
        connection = member.database().dataSource().getConnection();
        run("BEGIN IMMEDIATE");
    }

    private void run(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws SQLException {
        run("ROLLBACK");
        connection.close();
    }
}
