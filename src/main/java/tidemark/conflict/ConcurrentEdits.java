package tidemark.conflict;

import tidemark.db.Json;
import tidemark.merge.Rule;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// Two versions of one field, and the base that both were made from.
///
/// @param rule the rule that merged them, or could not
public record ConcurrentEdits(Subject subject, Row base, Side mine, Side theirs, Rule rule) {
    /// One version of a field.
    ///
    /// @param value the field's columns; others are left out
    public record Side(Row value, Author author) {}

    /// The device that wrote a version, and when.
    ///
    /// @param id the device's id, empty where a program wrote it down that knew only names
    /// @param name the device's name
    /// @param at the time of the edit, in milliseconds since 1970; 0 where it is not known
    public record Author(String id, String name, long at) {
        /// Whether both are surely the same device.
        boolean isSameDevice(Author other) {
            return !id.isEmpty() && id.equals(other.id);
        }
    }

    /// The field of a record that two versions are about.
    public record Subject(RecordId record, Field field) {}

    /// The columns of the field as JSON, as conflict rows keep them.
    String json(Row row) {
        return Json.of(row.only(subject.field().columnNames()));
    }
}
