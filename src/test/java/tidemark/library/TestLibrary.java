package tidemark.library;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import tidemark.db.ChangeCapture;
import tidemark.db.Database;
import tidemark.db.Task;
import tidemark.files.ContentFolder;
import tidemark.files.ContentStore;
import tidemark.library.records.ProjectId;
import tidemark.schema.LibrarySchema;

/// A library in a real file, with a clock that moves only when told to and randomness that repeats.
public final class TestLibrary implements AutoCloseable {
    /// The time at first.
    public static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final Database database;
    private final Library library;
    private final ContentStore contents;
    private Instant now = START;

    /// Makes the library in this folder.
    public TestLibrary(Path folder) {
        InstantSource clock = () -> now;
        this.database =
                Database.open(folder.resolve("database.sqlite"), Database.Settings.of(LibrarySchema.CURRENT, clock));
        this.library = new Library(database, clock, new Random(7), () -> "laptop");
        var files = new ContentFolder(folder.resolve("files"), new Random(3));
        this.contents = new ContentStore(database, files, clock);
    }

    /// Its database.
    public Database database() {
        return database;
    }

    /// The library.
    public Library library() {
        return library;
    }

    /// The contents of its files, in the folder `files` beside its database.
    public ContentStore contents() {
        return contents;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// The number that a query yields; -1 when it yields none.
    public long number(String sql, Object... arguments) {
        return database.read(statements -> statements.number(sql, arguments).orElse(-1));
    }

    /// The title of a project; empty while there is none of this id.
    public static String title(Library library, ProjectId id) {
        return library.projects()
                .find(id)
                .map(project -> project.details().title())
                .orElse("");
    }

    /// Changes rows as an apply of remote changes does: without capturing them.
    /// Changes rows as an apply of remote changes does: without capturing them.
    public void fromRemote(Task task) {
        database.change(sql -> {
            ChangeCapture.suspended(sql, () -> {
                task.run(sql);
            });
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
