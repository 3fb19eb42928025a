package tidemark.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import tidemark.remote.RemoteStore;
import tidemark.sync.state.Replica;

/// A library with unsent edits that must come out of every input unchanged, or consistent with what it accepted.
public final class FuzzedLibrary implements AutoCloseable {
    /// Everything of it that must not change.
    private record Sight(Object rows, Replica.Position position, long pending, List<String> bases) {}

    private final Path folder;
    private final RemoteStore store;
    private final Path pristine;
    private Copy copy;
    private Sight before;

    /// A library that has synced with the store, and was edited since.
    public FuzzedLibrary(Path folder, String name, RemoteStore store) throws IOException {
        this.folder = Files.createDirectories(folder.resolve(name));
        this.store = store;
        this.pristine = this.folder.resolve("pristine");
        this.copy = open();
        copy.sync();
        copy.set("project", "mine", "title", "Not sent yet");
        before = contents();
        copy.close();
        Files.copy(file(), pristine);
        copy = open();
    }

    private Path file() {
        return folder.resolve("victim.sqlite");
    }

    private Copy open() {
        return new Copy(folder, "victim", store, new SteppedClock(), new Random(5));
    }

    private Sight contents() {
        var bases = copy.database.read(sql ->
                sql.list("SELECT tbl || id || ifnull(base, '') FROM pending ORDER BY 1", row -> row.getString(1)));
        return new Sight(copy.rows(), copy.position(), copy.pending(), bases);
    }

    /// The device of the library.
    public Copy copy() {
        return copy;
    }

    /// Checks after a refused input that nothing has changed.
    public void requireUnchanged() {
        if (!contents().equals(before)) {
            throw new AssertionError("The library was changed by what was refused");
        }
    }

    /// Checks after an accepted input that the library is consistent and holds the edit; then restores it.
    public void requireConsistent() throws IOException {
        if (!copy.recomputedHash().equals(copy.position().state())) {
            throw new AssertionError("The state hash does not add up after " + copy.position());
        }
        if (!copy.text("project", "mine", "title").equals("Not sent yet")) {
            throw new AssertionError("The unsent edit is gone");
        }
        copy.close();
        for (var ending : List.of("-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("victim.sqlite" + ending));
        }
        Files.copy(pristine, file(), StandardCopyOption.REPLACE_EXISTING);
        copy = open();
    }

    @Override
    public void close() {
        copy.close();
    }
}
