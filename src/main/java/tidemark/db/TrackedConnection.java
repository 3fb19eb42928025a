package tidemark.db;

import java.sql.Connection;

/// A JDBC connection to SQLite that knows exactly whether committed work changed rows.
///
/// It does not read the SQL: it compares SQLite's own count of changed rows between one commit and the next, so it is
/// right for `WITH … INSERT`, `REPLACE`, `INSERT … RETURNING`, batches and what triggers write, and silent for SELECT,
/// for an UPDATE that matched nothing and for work that was rolled back. Work undone by `ROLLBACK TO` a savepoint still
/// counts when the transaction commits: a false alarm that costs a look at `pending`.
public interface TrackedConnection extends Connection {
    /// Whether the open transaction has changed rows so far.
    boolean hasWrites();

    /// The number of rows changed since the connection was opened, including changes that were undone since.
    long changedRows();

    /// The number of transactions that changed rows and were committed on this connection.
    long committedWrites();
}
