package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.library.Conflict;
import tidemark.library.Library;
import tidemark.library.Merge;
import tidemark.library.records.InsertAt;
import tidemark.library.records.Label;
import tidemark.library.records.LibraryId;
import tidemark.library.records.Note;
import tidemark.library.records.NoteId;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Background;
import tidemark.ui.base.BoundedDelay;
import tidemark.ui.base.Delay;
import tidemark.ui.base.Readings;
import tidemark.ui.base.Undo;
import tidemark.ui.conflicts.Names;
import tidemark.ui.typing.TypingHistories;

/// The model of the editor: the draft of the open project, its labels and notes, and the draft of the open note.
public final class EditorModel {
    /// The wait after the last key, and the longest wait after the first key that is not saved yet.
    private static final Duration AUTOSAVE_PAUSE = Duration.ofMillis(500);

    private static final Duration AUTOSAVE_BOUND = Duration.ofSeconds(1);

    /// A project and its parts, read together when it is opened or has changed.
    private record Content(
            Optional<Project> project,
            List<Label> labels,
            List<Note> notes,
            List<Conflict> conflicts,
            List<Merge> merges,
            Map<String, String> mergedNames) {
        static Content of(Library library, ProjectId id) {
            var merges = library.merges().recent(id);
            var values = merges.stream()
                    .map(Merge::versions)
                    .flatMap(versions -> Stream.of(versions.mine(), versions.theirs()));
            return new Content(
                    library.projects().find(id),
                    library.labels().of(id),
                    library.notes().of(id),
                    library.conflicts().of(id),
                    merges,
                    Names.in(library, values));
        }
    }

    private final Library library;
    private final Background background;
    private final Undo undo;
    private final Drafts<Project, ProjectDetails> projects;
    private final Drafts<Note, NoteText> openNotes;
    private final ReadOnlyObjectWrapper<List<Label>> labels = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Note>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Conflict>> conflicts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Merge>> merges = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Boolean> trashed = new ReadOnlyObjectWrapper<>(false);
    private final Readings readings = new Readings();
    private final TypingHistories typing;
    private Map<String, String> mergedNames = Map.of();
    private Optional<ProjectId> wanted = Optional.empty();

    /// An editor with nothing open.
    public EditorModel(Library library, Background background, Undo undo, InstantSource clock) {
        this(library, background, undo, clock, Delay::of);
    }

    /// @param delays makes a wait of this length
    EditorModel(
            Library library, Background background, Undo undo, InstantSource clock, Function<Duration, Delay> delays) {
        this.typing = new TypingHistories(clock);
        this.library = library;
        this.background = background;
        this.undo = undo;
        Supplier<Delay> autosave = () -> new BoundedDelay(delays.apply(AUTOSAVE_PAUSE), delays.apply(AUTOSAVE_BOUND));
        projects = new Drafts<>(new ProjectSource(library.projects(), undo), background, autosave);
        openNotes = new Drafts<>(new NoteSource(library.notes()), background, autosave);
    }

    /// The histories of what is typed into the texts.
    TypingHistories typing() {
        return typing;
    }

    ReadOnlyObjectProperty<Optional<Draft<Project, ProjectDetails>>> project() {
        return projects.shown();
    }

    ReadOnlyObjectProperty<Optional<Draft<Note, NoteText>>> note() {
        return openNotes.shown();
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

    /// The names of what the values of [#merges] refer to, by id.
    Map<String, String> mergedNames() {
        return mergedNames;
    }

    void revert(Merge merge) {
        undo.step(text("undo.merge.revert"), () -> library.merges().revert(merge));
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
        openNotes.leave();
        id.ifPresentOrElse(this::read, projects::leave);
    }

    /// Saves at once the edits that are not saved yet.
    void flush() {
        projects.flush();
        openNotes.flush();
    }

    /// Saves the edits that are not saved yet, and runs `next` when none is being saved any more.
    public void afterSaving(Runnable next) {
        projects.flush(() -> openNotes.flush(next));
    }

    /// Saves all edits, and runs `close` then; where one could not be saved, only if `isMeant` says so.
    public void closeAfterSaving(BooleanSupplier isMeant, Runnable close) {
        projects.flushAll(() -> openNotes.flushAll(() -> {
            if ((projects.areSaved() && openNotes.areSaved()) || isMeant.getAsBoolean()) {
                close.run();
            }
        }));
    }

    /// Saves the edits for the last time, in the background; it takes no answer on the window's thread.
    public void close() {
        projects.close();
        openNotes.close();
    }

    /// Reads the open project and note again, because the library has changed.
    public void refresh() {
        wanted.ifPresent(this::read);
        projects.refresh();
        openNotes.refresh();
    }

    private void read(ProjectId id) {
        var noteThen = note().get();
        background.run(() -> Content.of(library, id)).then(readings.next(content -> show(id, content, noteThen)));
    }

    private void show(ProjectId id, Content content, Optional<Draft<Note, NoteText>> noteThen) {
        if (!wanted.equals(Optional.of(id))) {
            return;
        }
        var notesThen = notes.get();
        labels.set(content.labels());
        notes.set(content.notes());
        conflicts.set(content.conflicts());
        mergedNames = content.mergedNames();
        merges.set(content.merges());
        trashed.set(content.project().flatMap(Project::trashedAt).isPresent());
        projects.show(id, content.project());
        note().get()
                .filter(open -> !open.base().project().equals(id)
                        || (noteThen.equals(Optional.of(open)) && isGone(open, content)))
                .ifPresent(left -> {
                    openNotes.leave();
                    near(left.id(), notesThen).ifPresent(this::openNote);
                });
    }

    /// The note that takes the place of one that is gone, such as by an undo.
    private Optional<Note> near(LibraryId gone, List<Note> then) {
        var place = then.stream().map(Note::id).toList().indexOf(gone);
        return notes.get().stream().limit(place + 1L).reduce((_, last) -> last);
    }

    private static boolean isGone(Draft<Note, NoteText> open, Content content) {
        return open.isSaved()
                && content.notes().stream().noneMatch(known -> known.id().equals(open.id()));
    }

    /// Opens this note of the open project.
    void openNote(Note opened) {
        openNotes.show(opened.id(), Optional.of(opened));
    }

    /// Adds a note at the end of the open project and opens it, if that project is still the open one then.
    public void addNote() {
        wanted.ifPresent(id -> undo.create(
                        text("undo.note.create"), () -> library.notes().create(id, new NoteText("", "")))
                .then(made -> {
                    if (wanted.equals(Optional.of(id))) {
                        openNote(made);
                    }
                }));
    }

    /// Moves a note to the trash, after what is typed there was saved: a later save would take it out again.
    void trashNote(NoteId id) {
        afterSaving(
                () -> undo.told(text("undo.trash.note"), () -> library.trash().put(List.of(id))));
    }

    void moveNote(NoteId id, InsertAt<NoteId> insertAt) {
        undo.step(text("undo.note.move"), () -> library.notes().move(id, insertAt));
    }

    void addLabel(String name) {
        onShow().ifPresent(id -> undo.step(
                text("undo.label.attach", 1, name), () -> library.labels().add(id, name)));
    }

    void removeLabel(Label label) {
        onShow().ifPresent(id -> undo.step(
                text("undo.label.detach", label.name()), () -> library.labels().remove(id, label.id())));
    }

    /// The project that the person sees, which is the one before until the wanted one was read.
    private Optional<ProjectId> onShow() {
        return project().get().map(draft -> draft.base().id());
    }

    /// Gives the open project a star, or takes its star away.
    public void toggleStar() {
        wanted.ifPresent(id -> {
            if (projects.shows(id)) {
                project().get().ifPresent(EditorModel::toggleStar);
            } else {
                undo.step(text("undo.star"), () -> library.projects().find(id).ifPresent(this::toggleStar));
            }
        });
    }

    private static void toggleStar(Draft<Project, ProjectDetails> draft) {
        draft.step(details -> withStarToggled(details));
    }

    /// Toggles the star of a project that is not on show yet. Waits for the database.
    private void toggleStar(Project stored) {
        var _ = library.projects().save(stored, withStarToggled(stored.details()));
    }

    private static ProjectDetails withStarToggled(ProjectDetails details) {
        return details.starred() ? details.withoutStar() : details.withStar();
    }

    /// Moves the open project to the trash, after what is typed there was saved: a later save would restore it.
    public void trash() {
        wanted.ifPresent(id -> afterSaving(
                () -> undo.told(text("undo.trash", 1), () -> library.trash().put(List.of(id)))));
    }

    /// Takes the project on show out of the trash.
    void restore() {
        onShow().ifPresent(id ->
                undo.told(text("undo.restore", 1), () -> library.trash().restore(List.of(id))));
    }
}
