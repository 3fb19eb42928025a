package tidemark.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import tidemark.problem.Problem;

/// The files in what a person named: files as they are, links to files followed, and folders with all that lies in
/// them, where links are not followed.
public final class FileFinder {
    private static final long MOST = 100_000;

    private final List<Path> files = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private long bytes;

    private FileFinder() {}

    /// A path that is not added, and the reason.
    public record Refused(Path path, Problem problem) {}

    /// The files that were found.
    ///
    /// @param bytes their sizes together
    public record Found(List<Path> files, long bytes, List<Refused> refused) {
        public Found {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    /// Finds the files in these paths, in the order of their names in each folder. Reads none of them.
    ///
    /// @throws FilesException when a folder holds more than 100,000
    public static Found find(List<Path> named) {
        var finder = new FileFinder();
        named.forEach(path -> finder.add(path.toAbsolutePath().normalize()));
        return new Found(finder.files, finder.bytes, finder.refused);
    }

    private void add(Path path) {
        if (Files.isDirectory(path)) {
            addFolder(path);
            return;
        }
        try {
            found(path, FileState.ofRegular(path).size());
        } catch (FilesException e) {
            refused.add(new Refused(path, e.problem()));
        }
    }

    private void found(Path path, long size) {
        files.add(path);
        bytes += size;
    }

    private void addFolder(Path folder) {
        var before = files.size();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        found(file, attributes.size());
                    } else {
                        var kind = attributes.isSymbolicLink() ? "a link" : "a device or a pipe";
                        refused.add(new Refused(
                                file, FilesException.notAFile(file, kind).problem()));
                    }
                    if (files.size() - before > MOST) {
                        throw FilesException.tooMany(folder, MOST);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    refused.add(new Refused(
                            file, FilesException.unreadable(file, failure).problem()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            refused.add(new Refused(folder, FilesException.unreadable(folder, e).problem()));
        }
        files.subList(before, files.size()).sort(null);
    }
}
