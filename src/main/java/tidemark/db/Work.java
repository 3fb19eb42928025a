package tidemark.db;

import java.sql.SQLException;

/// Work inside a transaction, with a result.
///
/// @param <T> the result
@FunctionalInterface
public interface Work<T> {
    /// Does the work; an exception undoes all of it.
    T run(Sql sql) throws SQLException;
}
