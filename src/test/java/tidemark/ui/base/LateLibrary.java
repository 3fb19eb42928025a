package tidemark.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import tidemark.db.Database;
import tidemark.files.ContentFolder;
import tidemark.files.ContentStore;
import tidemark.files.Pins;
import tidemark.library.Library;
import tidemark.library.SyncedRows;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.search.Search;
import tidemark.library.undo.UndoStack;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// A library in a real file that answers a model only when the test lets it.
public final class LateLibrary implements AutoCloseable {
    /// The time, which stands still.
    public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Database database;
    private final Library library;
    private final UndoStack stack;
    private final ContentStore contents;

    /// An empty one in this folder.
    public LateLibrary(Path folder) {
        database = Database.open(
                folder.resolve("database.sqlite"), Database.Settings.of(LibrarySchema.CURRENT, () -> NOW));
        stack = new UndoStack(database);
        contents = new ContentStore(database, new ContentFolder(folder.resolve("files"), new Random(3)), () -> NOW);
        library = new Library(database, () -> NOW, new Random(7), () -> "laptop");
    }

    /// The library, which answers the test at once.
    public Library library() {
        return library;
    }

    /// The pins of its files, projects and collections.
    public Pins pins() {
        return new Pins(database, () -> {});
    }

    /// The contents of its files, in the folder `files` beside its database.
    public ContentStore contents() {
        return contents;
    }

    /// An undo on this library in this background.
    public Undo undo(Background background) {
        return new Undo(stack, background);
    }

    /// The steps to undo.
    public UndoStack stack() {
        return stack;
    }

    /// The search in this library, as far as it is indexed.
    public Search search() {
        return new Search(database);
    }

    /// A background whose work waits for the test, and whose answers are given as soon as it was done.
    public Background background() {
        return background(Runnable::run);
    }

    /// A background whose work waits for the test, and whose answers are given by `window`.
    public Background background(Executor window) {
        return new Background(work::add, window, failures::add);
    }

    /// What was asked for and not begun, the oldest first.
    public Queue<Runnable> work() {
        return work;
    }

    /// Failures that went to the window's banner; a test that expects one takes it out.
    public List<Throwable> failures() {
        return failures;
    }

    /// Does what waits, and what follows from it.
    public void finishWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /// Calls `listener` after each change.
    public void onChange(Runnable listener) {
        database.onCommit(_ -> listener.run());
    }

    /// Edits a project behind the model's back, as a pull or another window does.
    public void edit(ProjectId id, UnaryOperator<ProjectDetails> change) {
        var was = library.projects().find(id).orElseThrow();
        var _ = library.projects().save(was, change.apply(was.details()));
    }

    /// Runs a statement in a transaction of its own, behind the model's back.
    public void change(String statement) {
        database.change(sql -> sql.update(statement));
    }

    /// The project's text as it is stored.
    public ProjectDetails stored(ProjectId id) {
        return library.projects().find(id).orElseThrow().details();
    }

    /// The rows of all synced tables.
    public SortedMap<RecordId, Row> rows() {
        return SyncedRows.of(library);
    }

    /// Runs this SQL behind the model's back.
    public void update(String statement, Object... values) {
        var _ = database.write(sql -> sql.update(statement, values));
    }

    /// Removes something for good behind the model's back.
    public void remove(LibraryId id) {
        library.trash().put(List.of(id));
        var _ = library.trash().empty();
    }

    @Override
    public void close() {
        database.close();
        assertThat(failures).isEmpty();
    }
}
