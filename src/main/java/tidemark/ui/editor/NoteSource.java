package tidemark.ui.editor;

import java.util.Optional;
import tidemark.library.Notes;
import tidemark.library.records.Note;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;

/// The drafts' access to notes.
record NoteSource(Notes notes) implements Draft.Source<Note, NoteText> {
    @Override
    public NoteId id(Note note) {
        return note.id();
    }

    @Override
    public NoteText content(Note note) {
        return note.text();
    }

    @Override
    public Note withContent(Note note, NoteText base) {
        return new Note(note.id(), note.project(), base, note.trashedAt(), note.times());
    }

    @Override
    public Note save(Note was, NoteText now) {
        return notes.save(was, now).now();
    }

    @Override
    public Optional<Note> find(Note note) {
        return notes.find(note.id());
    }

    @Override
    public Rebase<NoteText> rebase(NoteText base, NoteText mine, NoteText theirs) {
        var title = Rebase.of(base.title(), mine.title(), theirs.title());
        var body = Rebase.text(base.body(), mine.body(), theirs.body());
        return new Rebase<>(new NoteText(title.base(), body.base()), new NoteText(title.value(), body.value()));
    }
}
