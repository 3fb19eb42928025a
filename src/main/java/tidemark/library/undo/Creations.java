package tidemark.library.undo;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tidemark.db.RowChange;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.undo.RevertPlan.Step;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// The revert of creations: a row of which nothing was sent, and that is as it was made and holds nothing
/// else, is removed. Any other goes to the trash. A label, and that a project has one, has no place there:
/// taking it away again is an edit like any other, and so it is removed although it was sent, while nothing
/// else uses it. A conflict that was sent stays: another device may be about to resolve it. Where the
/// creation itself was the undo of a removal, the row is removed whether it was sent or not.
final class Creations {
    private static final String NEVER_SENT = """
            SELECT 1 FROM pending WHERE tbl = ?1 AND id = ?2 AND base IS NULL
            AND NOT EXISTS (SELECT 1 FROM outgoing_row WHERE tbl = ?1 AND id = ?2)""";

    private final Sql sql;
    private final Schema schema;
    private final Rows rows;
    private final boolean isRemovalAgain;
    private final List<RowChange> created = new ArrayList<>();
    private final Set<RecordId> removed = new HashSet<>();

    /// No creations yet.
    ///
    /// @param isRemovalAgain whether these are rows that an undo created again, and that are to be removed
    ///     once more
    Creations(Sql sql, Schema schema, boolean isRemovalAgain) {
        this.sql = sql;
        this.schema = schema;
        this.rows = new Rows(sql, schema);
        this.isRemovalAgain = isRemovalAgain;
    }

    void add(RowChange change) {
        created.add(change);
    }

    /// The steps, children before parents.
    List<Step> steps() throws SQLException {
        var steps = new ArrayList<Step>();
        for (var table : schema.tables().reversed()) {
            for (var change : ofTable(table)) {
                var current = rows.find(change.record());
                if (current.isPresent()) {
                    step(table, change, current.get()).forEach(steps::add);
                }
            }
        }
        return steps;
    }

    /// The rows of one table, those inside others first: a collection is made before what lies in it.
    private List<RowChange> ofTable(Table table) {
        return created.stream()
                .filter(change -> change.record().table().equals(table.name()))
                .toList()
                .reversed();
    }

    private Stream<Step> step(Table table, RowChange change, Row current) throws SQLException {
        var record = change.record();
        var isWhole = current.equals(change.now().orElseThrow());
        if (isWhole && (isRemovable(table) || isNeverSent(record)) && isEmpty(record)) {
            removed.add(record);
            return Stream.of(new Step.Remove(record));
        }
        if (table.trash().isEmpty() || current.get(table.trash().get().name()).isPresent()) {
            return Stream.empty();
        }
        return Stream.of(new Step.Trash(record));
    }

    /// Whether a row of this table is removed although it may have been sent.
    private boolean isRemovable(Table table) {
        return isRemovalAgain || (table.trash().isEmpty() && !table.equals(LibrarySchema.CONFLICT));
    }

    /// Whether nothing of the creation was sent.
    private boolean isNeverSent(RecordId record) throws SQLException {
        return sql.exists(NEVER_SENT, record.table(), record.id());
    }

    /// Whether no row refers to the record but those that are removed with it.
    private boolean isEmpty(RecordId record) throws SQLException {
        for (var table : schema.tables()) {
            for (var column : table.references().toList()) {
                if (column.references().orElseThrow().equals(record.table())) {
                    var inside = sql.list(
                            "SELECT id FROM \"%s\" WHERE \"%s\" = ?".formatted(table.name(), column.name()),
                            row -> new RecordId(table.name(), row.getString(1)),
                            record.id());
                    if (!removed.containsAll(inside)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
