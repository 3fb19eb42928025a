package tidemark.conflict;

import java.sql.SQLException;
import tidemark.conflict.ConflictRows.Dispute;
import tidemark.db.Sql;
import tidemark.schema.Row;

/// The writer of the merge history: a local table of all merges that were more than taking one side, for a person to
/// look at and revert.
public final class MergeRows {
    private final Sql sql;

    /// The merge history seen through this transaction.
    public MergeRows(Sql sql) {
        this.sql = sql;
    }

    /// Adds a merge to the history.
    ///
    /// @param version the version of the batch that brought theirs
    /// @param result the row after the merge
    public void add(long version, Dispute dispute, Row result) throws SQLException {
        var record = dispute.subject().record();
        sql.update(
                """
                INSERT INTO merged (version, tbl, id, field, rule, device_name, at, base, mine, theirs, result)
                VALUES (?, ?, ?, ?, ?, ?, (SELECT at FROM tx), ?, ?, ?, ?)""",
                version,
                record.table(),
                record.id(),
                dispute.subject().field().name(),
                dispute.rule().code(),
                dispute.theirs().device(),
                dispute.json(dispute.base()),
                dispute.json(dispute.mine().value()),
                dispute.json(dispute.theirs().value()),
                dispute.json(result));
    }
}
