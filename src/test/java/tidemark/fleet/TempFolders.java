package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders in memory, where the system has such, because a disk would be all that is waited for.
final class TempFolders {
    private static final Path MEMORY = Path.of("/dev/shm");

    private TempFolders() {}

    static Path make() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "tidemark-fleet")
                    : Files.createTempDirectory("tidemark-fleet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder in this one.
    static Path within(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
