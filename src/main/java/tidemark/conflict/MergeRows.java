package tidemark.conflict;

import java.sql.SQLException;
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
    public void add(long version, ConcurrentEdits edits, Row result) throws SQLException {
        var record = edits.subject().record();
        sql.update(
                """
                INSERT INTO merged (version, tbl, id, field, rule, device_name, at, base, mine, theirs, result)
                VALUES (?, ?, ?, ?, ?, ?, (SELECT at FROM tx), ?, ?, ?, ?)""",
                version,
                record.table(),
                record.id(),
                edits.subject().field().name(),
                edits.rule().code(),
                edits.theirs().author().name(),
                edits.json(edits.base()),
                edits.json(edits.mine().value()),
                edits.json(edits.theirs().value()),
                edits.json(result));
    }
}
