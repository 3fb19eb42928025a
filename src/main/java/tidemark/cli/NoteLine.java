package tidemark.cli;

import java.time.Instant;
import tidemark.library.records.Note;
import tidemark.library.records.PlainText;

/// A note in a list.
record NoteLine(String id, String title, Instant edited) {
    static NoteLine of(Note note) {
        return new NoteLine(note.id().text(), note.text().title(), note.edited());
    }

    String text() {
        return id + "  " + PlainText.oneLine(title);
    }
}
