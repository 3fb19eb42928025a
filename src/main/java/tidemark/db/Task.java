package tidemark.db;

import java.sql.SQLException;

/// Work inside a transaction that has no result.
@FunctionalInterface
public interface Task {
    /// Does the work; an exception undoes all of it.
    void run(Sql sql) throws SQLException;
}
