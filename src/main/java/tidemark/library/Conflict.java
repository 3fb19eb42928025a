package tidemark.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.Choice;
import tidemark.library.records.PlainText;
import tidemark.merge.Hunk;
import tidemark.merge.Rule;
import tidemark.merge.TextMerge;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// A conflict: two versions of one field that could not be merged, both kept until a person chooses.
///
/// @param subject the field and record that it is about
/// @param base the value that both were made from
/// @param mine the version of the device that merged, which the record keeps unless the rule says otherwise
/// @param theirs the version that came from the other device
/// @param current the field as it is now, or the whole record when it was removed on one side; empty when the record
///     is gone
public record Conflict(
        String id, Subject subject, Row base, Version mine, Version theirs, Optional<Row> current, State state) {
    /// The subject of a conflict: a field of a record.
    ///
    /// @param field the field's name; `record` when the record was removed on one side
    /// @param title the present title of the record; empty when it is gone
    /// @param rule the rule that could not merge the versions
    public record Subject(RecordId record, String field, String title, Rule rule) {
        /// Whether it is about a text, which has hunks.
        public boolean isText() {
            return rule == Rule.TEXT;
        }
    }

    /// A version of the field: its columns, and the device and time of the edit.
    public record Version(Row value, String device, Instant at) {}

    /// The state of a conflict: open or resolved.
    public sealed interface State {
        /// A conflict that nobody has resolved.
        record Open() implements State {}

        /// A conflict that was resolved.
        ///
        /// @param choice the [Choice#code]
        /// @param value the resulting value of the field
        /// @param device the name of the device that resolved it
        record Resolved(String choice, Row value, String device, Instant at) implements State {}
    }

    /// Whether nobody has resolved it yet.
    public boolean isOpen() {
        return state instanceof State.Open;
    }

    /// The column of a conflict that is about one text or one value.
    public String column() {
        return subject.field();
    }

    /// The three texts as hunks; only for a conflict about a text.
    public List<Hunk> hunks() {
        return TextMerge.hunks(text(base), text(mine.value()), text(theirs.value()));
    }

    /// The choice of a text of the person's own; a title or name is put on one line.
    public Choice merged(String text) {
        return Choice.Merged.text(
                column(),
                subject.isText() ? text : PlainText.line(column(), text.strip()).text());
    }

    private String text(Row row) {
        return row.text(column(), "");
    }
}
