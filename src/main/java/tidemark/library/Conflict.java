package tidemark.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.Choice;
import tidemark.merge.Hunk;
import tidemark.merge.Rule;
import tidemark.merge.TextMerge;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// Two versions of one field that could not be merged, both kept until someone chooses.
///
/// @param subject which field of which record it is about
/// @param base the value that both were made from
/// @param mine the version of the device that merged, which stands unless the rule says otherwise
/// @param theirs the version that came to it
/// @param standing the field as it stands, or the whole record when it was removed on one side; empty when the record
///     is gone
public record Conflict(
        String id, Subject subject, Row base, Version mine, Version theirs, Optional<Row> standing, State state) {
    /// What a conflict is about.
    ///
    /// @param field the field's name; `record` when the record was removed on one side
    /// @param title what the record is called at present; empty when it is gone
    /// @param rule why nobody but a person can decide
    public record Subject(RecordId record, String field, String title, Rule rule) {
        /// Whether it is about a text, of which there are hunks.
        public boolean isText() {
            return rule == Rule.TEXT;
        }
    }

    /// One of the versions: the columns of the field, and which device wrote it when.
    public record Version(Row value, String device, Instant at) {}

    /// Whether someone has decided.
    public sealed interface State {
        /// Nobody has.
        record Open() implements State {}

        /// Someone has.
        ///
        /// @param choice [Choice#code]
        /// @param value what the field became
        record Resolved(String choice, Row value, String device, Instant at) implements State {}
    }

    /// Whether nobody has decided yet.
    public boolean isOpen() {
        return state instanceof State.Open;
    }

    /// The column of a conflict that is about one text or one value.
    public String column() {
        return subject.field();
    }

    /// The three texts side by side, piece by piece; only for a conflict about a text.
    public List<Hunk> hunks() {
        return TextMerge.hunks(text(base), text(mine.value()), text(theirs.value()));
    }

    /// The choice of a text of the person's own.
    public Choice merged(String text) {
        return Choice.Merged.text(
                column(),
                subject.isText() ? text : PlainText.line(column(), text.strip()).text());
    }

    private String text(Row row) {
        return row.text(column()).orElse("");
    }
}
