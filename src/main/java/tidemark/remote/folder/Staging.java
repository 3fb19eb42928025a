package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.Body;
import tidemark.remote.RandomHex;

/// The hidden folder in which objects are written before they get their names, on the same disk.
final class Staging {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);

    private final Path folder;
    private final Disk disk;
    private final RandomGenerator random; // Guarded by itself: not every generator is thread-safe.

    Staging(Path folder, Disk disk, RandomGenerator random) {
        this.folder = folder;
        this.disk = disk;
        this.random = random;
    }

    /// Creates a new file with the body, safe on the disk.
    Path write(Body body) throws IOException {
        while (true) {
            var file = folder.resolve(name());
            try {
                disk.write(file, body);
                disk.sync(file);
                return file;
            } catch (FileAlreadyExistsException _) {
                // another generator drew the same name: draw again
            } catch (IOException | RuntimeException e) {
                discard(file);
                throw e;
            }
        }
    }

    /// Creates a new folder with nothing but one such file, which is returned.
    Path writeInFolder(Body body) throws IOException {
        var file = write(body);
        var wrapped = folder.resolve(file.getFileName() + ".claim");
        try {
            disk.makeFolder(wrapped);
            var inside = wrapped.resolve(file.getFileName());
            disk.rename(file, inside);
            disk.force(inside);
            return inside;
        } catch (IOException | RuntimeException e) {
            discard(file);
            discardWithFolder(wrapped.resolve(file.getFileName()));
            throw e;
        }
    }

    /// Removes a file or an empty folder; what cannot be removed now is found by [#clean] later.
    void discard(Path path) {
        try {
            if (Existence.exists(path)) {
                disk.delete(path);
            }
        } catch (IOException e) {
            LOG.debug("Left for later: {}: {}", path, e.toString());
        }
    }

    /// Removes a file that [#writeInFolder] returned, and its folder.
    void discardWithFolder(Path file) {
        discard(file);
        discard(Tree.folderOf(file));
    }

    /// Removes what was last changed before `before`: its writer has crashed.
    void clean(Instant before) {
        try {
            for (var entry : Existence.entries(folder)) {
                cleanEntry(entry, before);
            }
        } catch (IOException e) {
            LOG.debug("Abandoned files could not be looked for in {}: {}", folder, e.toString());
        }
    }

    private void cleanEntry(Path entry, Instant before) throws IOException {
        var seen = Existence.attributes(entry);
        if (seen.isEmpty() || !seen.get().lastModifiedTime().toInstant().isBefore(before)) {
            return;
        }
        if (seen.get().isDirectory()) {
            Existence.entries(entry).forEach(this::discard);
        }
        discard(entry);
    }

    private String name() {
        synchronized (random) {
            return RandomHex.digits(random, 32);
        }
    }
}
