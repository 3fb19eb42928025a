package tidemark.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// The state of a file by which a change of it shows.
///
/// @param modified the time of its last change in milliseconds
record FileState(long size, long modified) {
    /// The state of the file; empty where there is no regular one.
    static Optional<FileState> of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.of(of(attributes)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileState of(BasicFileAttributes attributes) {
        return new FileState(attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    /// The state of a file that a person named.
    ///
    /// @throws FilesException when it is no regular file, or gone
    static FileState ofRegular(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw FilesException.notAFile(file, attributes.isDirectory() ? "a folder" : "a device or a pipe");
            }
            return of(attributes);
        } catch (NoSuchFileException e) {
            throw FilesException.notThere(file);
        } catch (IOException e) {
            throw FilesException.unreadable(file, e);
        }
    }
}
