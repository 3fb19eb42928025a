package tidemark.conflict;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import tidemark.db.Rows;
import tidemark.problem.Problem;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// A check that an older value of a field is still valid: the record that it refers to may be gone, or be inside this
/// record by now.
public final class ReferenceCheck {
    private final Rows rows;

    /// A check on the rows seen through this transaction.
    public ReferenceCheck(Rows rows) {
        this.rows = rows;
    }

    /// The reason why the record's field cannot have this value, if there is one.
    public Optional<Problem> problem(RecordId record, Field field, Row value) throws SQLException {
        for (var column : field.columns()) {
            var parent = parent(column, value);
            if (parent.isPresent() && rows.find(parent.get()).isEmpty()) {
                return Optional.of(ConflictException.parentGone());
            }
            if (parent.isPresent() && isInside(parent.get(), record, column)) {
                return Optional.of(ConflictException.insideItself());
            }
        }
        return Optional.empty();
    }

    private static Optional<RecordId> parent(Column column, Row row) {
        return column.references().flatMap(above -> row.text(column.name()).map(id -> new RecordId(above, id)));
    }

    private boolean isInside(RecordId inner, RecordId outer, Column column) throws SQLException {
        var seen = new HashSet<RecordId>();
        var at = Optional.of(inner);
        while (at.isPresent() && at.get().table().equals(outer.table()) && seen.add(at.get())) {
            if (at.get().equals(outer)) {
                return true;
            }
            at = rows.find(at.get()).flatMap(row -> parent(column, row));
        }
        return false;
    }
}
