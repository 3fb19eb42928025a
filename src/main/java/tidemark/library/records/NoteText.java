package tidemark.library.records;

import tidemark.schema.Row;

/// The part of a note that a person edits.
///
/// @param body Markdown, at most 1 MiB of UTF-8
public record NoteText(String title, String body) {
    /// This text with another title.
    public NoteText withTitle(String other) {
        return new NoteText(other, body);
    }

    /// This text with another body.
    public NoteText withBody(String other) {
        return new NoteText(title, other);
    }

    /// The text in a note's row.
    public static NoteText of(Row row) {
        return new NoteText(row.text("title", ""), row.text("body", ""));
    }

    /// The text as columns of the note's row.
    public Row row() {
        return Row.EMPTY
                .with("title", PlainText.line("title", title).value())
                .with("body", PlainText.of("note", body).value());
    }
}
