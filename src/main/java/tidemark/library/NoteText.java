package tidemark.library;

import tidemark.schema.Row;

/// What a person edits in a note.
///
/// @param body Markdown, at most 1 MiB of UTF-8
public record NoteText(String title, String body) {
    /// The same with another title.
    public NoteText withTitle(String other) {
        return new NoteText(other, body);
    }

    /// The same with another body.
    public NoteText withBody(String other) {
        return new NoteText(title, other);
    }

    static NoteText of(Row row) {
        return new NoteText(row.text("title").orElse(""), row.text("body").orElse(""));
    }

    Row row() {
        return Row.EMPTY
                .with("title", PlainText.line("title", title).value())
                .with("body", PlainText.of("note", body).value());
    }
}
