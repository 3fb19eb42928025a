package tidemark.sync.state;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Table;

/// The contents of files that are here and not surely on the remote yet. A pending row that newly names one waits for
/// it, since on another device it would name nothing; so does a conflict about a file, one of whose versions names one.
/// Whatever else is pending goes without it.
public final class UnsentContents {
    private static final String UNSENT = "SELECT 1 FROM content WHERE sha256 = ? AND here = 1 AND sent = 0";

    /// A version in a conflict is a text that holds the hash among other fields.
    private static final String UNSENT_IN =
            "SELECT 1 FROM content WHERE here = 1 AND sent = 0 AND instr(?, sha256) > 0";

    private static final List<String> VERSIONS = List.of("mine", "theirs", "all_versions");

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
        return table.get().equals(LibrarySchema.CONFLICT) && isWaitingConflict(was, now.get());
    }

    private boolean isWaitingConflict(Optional<Row> was, Row now) throws SQLException {
        if (!now.text("tbl").equals(Optional.of(LibrarySchema.FILE.name()))) {
            return false;
        }
        for (var version : VERSIONS) {
            var named = now.text(version);
            if (named.isPresent()
                    && !named.equals(was.flatMap(row -> row.text(version)))
                    && sql.exists(UNSENT_IN, named.get())) {
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
