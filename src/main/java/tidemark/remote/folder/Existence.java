package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A check for the existence of a file or folder, without following links.
///
/// Only a plain "no such file" counts as absence: `Files.exists` also returns false when the disk or the network
/// failed, and a name that is wrongly taken for free would be overwritten.
final class Existence {
    private Existence() {}

    static boolean exists(Path path) throws IOException {
        return attributes(path).isPresent();
    }

    /// The entries of a folder, in no order; none when it does not exist.
    static List<Path> entries(Path folder) throws IOException {
        try (var stream = Files.newDirectoryStream(folder)) {
            var entries = new ArrayList<Path>();
            stream.forEach(entries::add);
            return entries;
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// The attributes of what is at this path; empty when there is nothing.
    static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
