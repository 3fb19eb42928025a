package tidemark.ui.editor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.library.Conflict;
import tidemark.library.InsertAt;
import tidemark.library.Label;
import tidemark.library.LabelId;
import tidemark.library.Library;
import tidemark.library.Merge;
import tidemark.library.Note;
import tidemark.library.NoteId;
import tidemark.library.NoteText;
import tidemark.library.Project;
import tidemark.library.ProjectDetails;
import tidemark.library.ProjectId;
import tidemark.ui.base.Background;
import tidemark.ui.base.Delay;

/// The model of the editor: the draft of the open project, its labels and notes, and the draft of the open note.
public final class EditorModel {
    private static final Duration AUTOSAVE = Duration.ofMillis(500);

    /// A project and its parts, read together when it is opened or has changed.
    private record Content(
            Optional<Project> project,
            List<Label> labels,
            List<Note> notes,
            List<Conflict> conflicts,
            List<Merge> merges) {}

    private final Library library;
    private final Background background;
    private final Supplier<Delay> delays;
    private final ReadOnlyObjectWrapper<Optional<Draft<Project, ProjectDetails>>> project = optional();
    private final ReadOnlyObjectWrapper<Optional<Draft<Note, NoteText>>> note = optional();
    private final ReadOnlyObjectWrapper<List<Label>> labels = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Note>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Conflict>> conflicts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Merge>> merges = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Boolean> trashed = new ReadOnlyObjectWrapper<>(false);
    private Optional<ProjectId> wanted = Optional.empty();

    /// An editor with nothing open.
    public EditorModel(Library library, Background background) {
        this(library, background, () -> Delay.of(AUTOSAVE));
    }

    /// @param delays makes the wait after which a draft saves itself
    EditorModel(Library library, Background background, Supplier<Delay> delays) {
        this.library = library;
        this.background = background;
        this.delays = delays;
    }

    private static <T> ReadOnlyObjectWrapper<Optional<T>> optional() {
        return new ReadOnlyObjectWrapper<>(Optional.empty());
    }

    ReadOnlyObjectProperty<Optional<Draft<Project, ProjectDetails>>> project() {
        return project.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Draft<Note, NoteText>>> note() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Label>> labels() {
        return labels.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Note>> notes() {
        return notes.getReadOnlyProperty();
    }

    /// The open conflicts of the open project.
    ReadOnlyObjectProperty<List<Conflict>> conflicts() {
        return conflicts.getReadOnlyProperty();
    }

    /// The recent merges in the open project.
    ReadOnlyObjectProperty<List<Merge>> merges() {
        return merges.getReadOnlyProperty();
    }

    void revert(Merge merge) {
        background.execute(() -> library.merges().revert(merge));
    }

    /// Whether the open project is in the trash.
    ReadOnlyObjectProperty<Boolean> trashed() {
        return trashed.getReadOnlyProperty();
    }

    /// Opens this project, or none; edits in the one before are saved.
    public void open(Optional<ProjectId> id) {
        if (id.equals(wanted)) {
            return;
        }
        flush();
        wanted = id;
        note.set(Optional.empty());
        if (id.isEmpty()) {
            project.set(Optional.empty());
        } else {
            read(id.get());
        }
    }

    /// Saves at once the edits that are not saved yet.
    public void flush() {
        project.get().ifPresent(Draft::flush);
        note.get().ifPresent(Draft::flush);
    }

    /// Whether all edits have been saved.
    public boolean isSaved() {
        return project.get().map(Draft::isDirty).orElse(false).equals(false)
                && note.get().map(Draft::isDirty).orElse(false).equals(false);
    }

    /// Reads the open project and note again, because the library has changed.
    public void refresh() {
        wanted.ifPresent(this::read);
        project.get().ifPresent(Draft::refresh);
        note.get().ifPresent(Draft::refresh);
    }

    private void read(ProjectId id) {
        background
                .run(() -> new Content(
                        library.projects().find(id),
                        library.labels().of(id),
                        library.notes().of(id),
                        library.conflicts().of(id),
                        library.merges().recent(id)))
                .then(content -> show(id, content));
    }

    private void show(ProjectId id, Content content) {
        if (!wanted.equals(Optional.of(id))) {
            return;
        }
        labels.set(content.labels());
        notes.set(content.notes());
        conflicts.set(content.conflicts());
        merges.set(content.merges());
        trashed.set(content.project().flatMap(Project::trashedAt).isPresent());
        var isOpen = project.get().map(draft -> draft.base().id()).equals(Optional.of(id));
        if (!isOpen) {
            project.set(content.project().map(this::draft));
        }
        var gone = note.get()
                .filter(draft -> !draft.isDirty())
                .filter(draft -> content.notes().stream()
                        .noneMatch(known -> known.id().equals(draft.base().id())));
        gone.ifPresent(_ -> note.set(Optional.empty()));
    }

    private Draft<Project, ProjectDetails> draft(Project opened) {
        return new Draft<>(opened, new ProjectSource(library.projects()), background, delays.get());
    }

    /// Opens this note of the open project.
    void openNote(Note opened) {
        if (!note.get().map(draft -> draft.base().id()).equals(Optional.of(opened.id()))) {
            note.get().ifPresent(Draft::flush);
            note.set(Optional.of(new Draft<>(opened, new NoteSource(library.notes()), background, delays.get())));
        }
    }

    /// Adds a note at the end of the open project and opens it.
    public void addNote() {
        wanted.ifPresent(id -> background
                .run(() -> library.notes().create(id, new NoteText("", "")))
                .then(this::openNote));
    }

    void trashNote(NoteId id) {
        background.execute(() -> library.trash().put(List.of(id)));
    }

    void moveNote(NoteId id, InsertAt<NoteId> insertAt) {
        background.execute(() -> library.notes().move(id, insertAt));
    }

    void addLabel(String name) {
        wanted.ifPresent(id -> background.execute(() -> library.labels().add(id, name)));
    }

    void removeLabel(LabelId label) {
        wanted.ifPresent(id -> background.execute(() -> library.labels().remove(id, label)));
    }

    /// Gives the open project a star, or takes its star away.
    public void toggleStar() {
        project.get().ifPresent(draft -> {
            var now = draft.content().get();
            draft.edit(now.starred() ? now.withoutStar() : now.withStar());
            draft.flush();
        });
    }

    /// Moves the open project to the trash.
    public void trash() {
        flush();
        wanted.ifPresent(id -> background.execute(() -> library.trash().put(List.of(id))));
    }

    /// Takes the open project out of the trash.
    void restore() {
        wanted.ifPresent(id -> background.execute(() -> library.trash().restore(List.of(id))));
    }
}
