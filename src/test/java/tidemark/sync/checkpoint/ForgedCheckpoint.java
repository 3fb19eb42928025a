package tidemark.sync.checkpoint;

import java.sql.SQLException;
import tidemark.db.Sql;

/// A checkpoint changed by somebody who knows how it is made.
public final class ForgedCheckpoint {
    private ForgedCheckpoint() {}

    /// Updates its checksum to the facts as they are now, if it has facts.
    public static void updateChecksum(Sql sql) throws SQLException {
        if (sql.text("SELECT type FROM sqlite_schema WHERE name = 'checkpoint'")
                .orElse("")
                .equals("table")) {
            sql.update(
                    "UPDATE checkpoint SET value = ? WHERE key = ?",
                    Checkpoint.sum(sql).value(),
                    Checkpoint.SUM);
        }
    }
}
