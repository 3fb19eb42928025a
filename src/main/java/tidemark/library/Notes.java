package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.records.Edited;
import tidemark.library.records.Ids;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.Note;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Provenance;
import tidemark.library.records.Saved;
import tidemark.library.records.Times;
import tidemark.library.records.Timestamps;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The notes of the projects.
public final class Notes {
    private static final String OF_PROJECT = """
            SELECT id, edited, %s FROM note WHERE project = ? AND trashed_at IS NULL
            ORDER BY ifnull(position, ''), id""".formatted(Rows.columns(LibrarySchema.NOTE));

    private final Database database;
    private final Ids ids;
    private final MergingSave mergingSave;

    Notes(Database database, Ids ids, MergingSave mergingSave) {
        this.database = database;
        this.ids = ids;
        this.mergingSave = mergingSave;
    }

    /// The note, even when it is in the trash.
    public Optional<Note> find(NoteId id) {
        return database.read(sql -> find(sql, id));
    }

    /// The ids of notes that begin with `prefix`, `limit` at most.
    public List<NoteId> withPrefix(String prefix, int limit) {
        return database.read(sql -> Ids.withPrefix(sql, LibrarySchema.NOTE, prefix, limit)).stream()
                .map(NoteId::new)
                .toList();
    }

    /// The project's notes in their order, without those in the trash.
    public List<Note> of(ProjectId project) {
        return database.read(sql -> of(sql, project));
    }

    /// The project's notes that [#of(ProjectId)] returns, read in the caller's transaction.
    public static List<Note> of(Sql sql, ProjectId project) throws SQLException {
        return sql.list(OF_PROJECT, Notes::note, project.text());
    }

    /// Creates a note at the end of the project's notes.
    ///
    /// @throws LibraryException when a text is too long, or the project is gone
    public Note create(ProjectId project, NoteText text) {
        return database.write(sql -> create(sql, project, text, Provenance.HERE));
    }

    /// Saves an edit, merged with what was written to the note since `was` was read. A note that was put into the trash
    /// meanwhile comes out of it; one that was removed for good is created again, and its project too.
    ///
    /// @throws LibraryException when a text is too long
    public Saved<Note> save(Note was, NoteText now) {
        var edit = new Edited(was.text().row(), now.row()).withUnchanged(Timestamps.trashed(was.trashedAt()));
        return database.write(sql -> save(sql, was, edit));
    }

    /// Moves the note to another spot among the notes of its project.
    ///
    /// @throws LibraryException when the note is gone
    public Note move(NoteId id, InsertAt<NoteId> insertAt) {
        return database.write(sql -> {
            var note = present(sql, id);
            var key = SiblingOrder.notes(note.project()).key(sql, id.text(), insertAt);
            sql.update("UPDATE note SET position = ? WHERE id = ?", key, id.text());
            return present(sql, id);
        });
    }

    /// Creates a note at the end of the project's notes, in the caller's transaction.
    ///
    /// @throws LibraryException when a text is too long, or the project is gone
    public Note create(Sql sql, ProjectId project, NoteText text, Provenance provenance) throws SQLException {
        if (Projects.find(sql, project).isEmpty()) {
            throw LibraryException.gone("project");
        }
        var id = new NoteId(ids.next());
        insert(sql, id, project, text.row().overlaid(provenance.row()));
        return present(sql, id);
    }

    private Saved<Note> save(Sql sql, Note was, Edited edit) throws SQLException {
        var id = was.id();
        var current = mergingSave.rows(sql).find(id.record());
        if (current.isEmpty()) {
            recreateProject(sql, was.project(), edit.now());
            insert(sql, id, was.project(), edit.now().without(Timestamps.TRASHED));
            return new Saved<>(present(sql, id), List.of());
        }
        var row = current.get();
        var asEdited = NoteText.of(row).row().overlaid(row.only(Timestamps.TRASHED));
        var conflicts = mergingSave.save(sql, id.record(), edit, asEdited);
        return new Saved<>(present(sql, id), conflicts);
    }

    private void insert(Sql sql, NoteId id, ProjectId project, Row text) throws SQLException {
        mergingSave
                .rows(sql)
                .insert(
                        id.record(),
                        text.with("project", Optional.of(Value.of(project.text())))
                                .with(
                                        "position",
                                        Optional.of(Value.of(
                                                SiblingOrder.notes(project).last(sql)))));
    }

    /// Creates the project of a note again when it is gone: a note cannot be without one. The project's contents are
    /// lost; the note's title says what it was about.
    private void recreateProject(Sql sql, ProjectId project, Row note) throws SQLException {
        if (Projects.find(sql, project).isEmpty()) {
            mergingSave.rows(sql).insert(project.record(), Row.EMPTY.with("title", note.get("title")));
        }
    }

    private static Note present(Sql sql, NoteId id) throws SQLException {
        return find(sql, id).orElseThrow(() -> LibraryException.gone("note"));
    }

    private static Optional<Note> find(Sql sql, NoteId id) throws SQLException {
        return sql.first(
                "SELECT id, edited, %s FROM note WHERE id = ?".formatted(Rows.columns(LibrarySchema.NOTE)),
                Notes::note,
                id.text());
    }

    private static Note note(ResultSet result) throws SQLException {
        var id = new NoteId(result.getString(1));
        var row = Rows.row(LibrarySchema.NOTE, result, 3);
        return new Note(
                id,
                new ProjectId(row.text("project", "")),
                NoteText.of(row),
                Timestamps.trashed(row),
                Times.of(id, row, result, 2));
    }
}
