package tidemark.library;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.conflict.ConcurrentEdits;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.conflict.ConcurrentEdits.Subject;
import tidemark.conflict.ConflictRows;
import tidemark.conflict.MergeRows;
import tidemark.db.LocalState;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.records.Edited;
import tidemark.merge.FieldOutcome;
import tidemark.merge.RowMerge;
import tidemark.merge.Rule;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;

/// A save that merges an edit with what was written to the row since the edit was begun.
final class MergingSave {
    private static final Logger LOG = LoggerFactory.getLogger(MergingSave.class);

    private final Schema schema;
    private final Supplier<String> device;

    MergingSave(Schema schema, Supplier<String> device) {
        this.schema = schema;
        this.device = device;
    }

    Rows rows(Sql sql) {
        return new Rows(sql, schema);
    }

    /// Merges the edit with the row, writes the fields that differ, and returns the names of the fields of which both
    /// versions had to be kept.
    ///
    /// @param current the same columns as they are now, written as the editor would write them, so that two
    ///     spellings of one value agree
    List<String> save(Sql sql, RecordId record, Edited edit, Row current) throws SQLException {
        var table = schema.table(record.table());
        var merged = RowMerge.merge(table, edit.was(), edit.now(), current);
        for (var outcome : merged.outcomes()) {
            recordMerge(
                    sql,
                    concurrentEdits(sql, new Subject(record, outcome.field()), edit, current, outcome.rule()),
                    outcome,
                    merged.row());
        }
        rows(sql).update(record, changed(table.fields(), current, merged.row()), merged.row());
        return merged.outcomes().stream()
                .filter(FieldOutcome::isConflict)
                .map(outcome -> outcome.field().name())
                .toList();
    }

    /// The columns of all fields that differ. Whole fields, because the columns of one make sense only together.
    private static List<String> changed(List<Field> fields, Row current, Row result) {
        return fields.stream()
                .map(Field::columnNames)
                .filter(columns -> !current.only(columns).equals(result.only(columns)))
                .flatMap(List::stream)
                .toList();
    }

    private void recordMerge(Sql sql, ConcurrentEdits edits, FieldOutcome outcome, Row result) throws SQLException {
        var version = new LocalState(sql).version();
        new MergeRows(sql).add(version, edits, result);
        if (outcome.isConflict()) {
            new ConflictRows(sql, rows(sql)).keep(version, edits, result);
            LOG.warn(
                    "Conflict in {} {}: both versions are kept",
                    edits.subject().record(),
                    outcome.field().name());
        }
    }

    private ConcurrentEdits concurrentEdits(Sql sql, Subject subject, Edited edit, Row current, Rule rule)
            throws SQLException {
        var mine =
                new Side(edit.now(), here(sql, sql.number("SELECT at FROM tx").orElse(0)));
        return new ConcurrentEdits(subject, edit.was(), mine, writer(sql, subject.record(), current), rule);
    }

    /// The present value with its writer: a row that a batch brought has the batch's time, any other was written here.
    private Side writer(Sql sql, RecordId record, Row current) throws SQLException {
        var edited = sql.number("SELECT edited FROM \"%s\" WHERE id = ?".formatted(record.table()), record.id())
                .orElse(0);
        var writer = new LocalState(sql).writerAt(edited);
        var author =
                writer.isPresent() ? new Author(writer.get().id(), writer.get().name(), edited) : here(sql, edited);
        return new Side(current, author);
    }

    private Author here(Sql sql, long at) throws SQLException {
        return new Author(new LocalState(sql).deviceId(), device.get(), at);
    }
}
