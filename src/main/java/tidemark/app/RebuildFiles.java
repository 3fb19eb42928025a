package tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A database file of a rebuild with what SQLite keeps beside it.
final class RebuildFiles {
    /// The endings of the names: of the database itself, and of what belongs to it.
    static final List<String> ENDINGS = List.of("", "-wal", "-shm");

    private RebuildFiles() {}

    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    static void delete(Path file, List<String> endings) throws IOException {
        for (var ending : endings) {
            Files.deleteIfExists(beside(file, ending));
        }
    }
}
