package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/// Temporary folders in memory where the system has such: on a disk, tests would mostly wait for it.
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

    /// Copies a database that may be open: its file and the log beside it, as they are on the disk.
    static void copyDatabase(Path from, Path to) {
        try {
            for (var end : List.of("", "-wal")) {
                var part = from.resolveSibling(from.getFileName() + end);
                if (Files.exists(part)) {
                    Files.copy(part, to.resolveSibling(to.getFileName() + end), StandardCopyOption.REPLACE_EXISTING);
                }
            }
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
