package tidemark.sync.state;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.schema.Row;
import tidemark.schema.Table;

/// The contents of files that are here and not surely on the remote yet. A pending row that newly names one waits for
/// it, since on another device it would name nothing; whatever else is pending goes without it.
public final class UnsentContents {
    private static final String UNSENT = "SELECT 1 FROM content WHERE sha256 = ? AND here = 1 AND sent = 0";

    private final Sql sql;

    UnsentContents(Sql sql) {
        this.sql = sql;
    }

    /// Whether a row that was `was` when last in sync, and is `now` here, waits for a content.
    boolean isWaiting(Optional<Row> was, Optional<Row> now, Optional<Table> table) throws SQLException {
        if (now.isEmpty() || table.isEmpty()) {
            return false;
        }
        for (var column : table.get().contents().toList()) {
            var named = now.get().text(column.name());
            if (named.isPresent()
                    && !named.equals(was.flatMap(row -> row.text(column.name())))
                    && sql.exists(UNSENT, named.get())) {
                return true;
            }
        }
        return false;
    }

    /// Forgets which contents are on the remote: it is another one now, or not as it was. Those that are here are
    /// looked for there, and sent where they are missing.
    public static void forgetSent(Sql sql) throws SQLException {
        sql.update("UPDATE content SET sent = 0, upload = NULL WHERE sent = 1 OR upload IS NOT NULL");
    }
}
