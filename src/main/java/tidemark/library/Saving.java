package tidemark.library;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tidemark.db.ConflictRows;
import tidemark.db.ConflictRows.Dispute;
import tidemark.db.ConflictRows.Side;
import tidemark.db.ConflictRows.Subject;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;

/// Saves a change of a row together with whatever was written to the row since the change was begun.
final class Saving {
    private final Schema schema;
    private final Supplier<String> device;

    Saving(Schema schema, Supplier<String> device) {
        this.schema = schema;
        this.device = device;
    }

    Rows rows(Sql sql) {
        return new Rows(sql, schema);
    }

    /// Writes the fields in which `now` differs from `was` to the row that stands, and returns the names of
    /// those of which both versions had to be kept.
    ///
    /// @param standing the row as it stands, put as the editor would put it, so that spellings of one value agree
    List<String> save(Sql sql, RecordId record, Edited<Row> edit, Row standing) throws SQLException {
        var conflicts = new ArrayList<String>();
        for (var field : schema.table(record.table()).fields()) {
            var columns = field.columns().stream().map(Column::name).toList();
            var was = edit.was().only(columns);
            var now = edit.now().only(columns);
            var theirs = standing.only(columns);
            if (now.equals(was) || now.equals(theirs)) {
                continue;
            }
            rows(sql).update(record, columns, now);
            if (!theirs.equals(was)) {
                conflicts.add(field.name());
                keep(sql, record, field, new Edited<>(was, now), theirs);
            }
        }
        return conflicts;
    }

    private void keep(Sql sql, RecordId record, Field field, Edited<Row> edit, Row theirs) throws SQLException {
        var at = sql.number("SELECT at FROM tx").orElse(0);
        new ConflictRows(sql, rows(sql))
                .keep(new Dispute(
                        new Subject(record, field),
                        edit.was(),
                        new Side(edit.now(), device.get(), at),
                        writer(sql, record, theirs),
                        field.kind().name().toLowerCase(java.util.Locale.ROOT)));
    }

    /// Who wrote what stands: a row that a batch brought has the batch's time.
    private Side writer(Sql sql, RecordId record, Row theirs) throws SQLException {
        var edited = sql.number("SELECT edited FROM \"%s\" WHERE id = ?".formatted(record.table()), record.id())
                .orElse(0);
        var name = sql.text("SELECT device_name FROM log WHERE at = ? ORDER BY version DESC", edited);
        return new Side(theirs, name.orElseGet(device), edited);
    }
}
