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

/// A conflict: the versions of one field that could not be merged, all kept until a person chooses.
///
/// @param subject the field and record that it is about
/// @param base the value that all were made from
/// @param mine the version of the device that merged, which the record keeps unless the rule says otherwise
/// @param theirs the version that came from the other device
/// @param all every version, these two among them
/// @param current the field as it is now, or the whole record when it was removed on one side; empty when the record
///     is gone
public record Conflict(
        String id,
        Subject subject,
        Row base,
        Version mine,
        Version theirs,
        All all,
        Optional<Row> current,
        State state) {
    /// Every version of a conflict: mine, theirs, and the others by the time of their edit.
    ///
    /// @param unreadable the number of further ones that cannot be read
    /// @param isReadable whether base, mine and theirs can be; otherwise they are empty
    public record All(List<Version> versions, int unreadable, boolean isReadable) {}

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
    ///
    /// @param deviceId the id of the device; empty where a program wrote it down that knew only names
    /// @param at the time of the edit; empty where it is not known
    public record Version(Row value, String deviceId, String device, Optional<Instant> at) {}

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

    /// The versions other than mine.
    public List<Version> others() {
        return all.versions().stream()
                .filter(version -> !version.value().equals(mine.value()))
                .toList();
    }

    /// This conflict with another version in the place of theirs, to be compared with mine.
    public Conflict comparedWith(Version version) {
        return new Conflict(id, subject, base, mine, version, all, current, state);
    }

    /// The choice of this version.
    public Choice choiceOf(Version version) {
        if (version.value().equals(mine.value())) {
            return new Choice.Mine();
        }
        return new Choice.Version(version.value());
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
