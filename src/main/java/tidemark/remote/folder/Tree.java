package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import tidemark.remote.ObjectName;

/// The folders and files below the root. No name is resolved through a link, neither out of the root nor within it.
final class Tree {
    private final Path root;
    private final Disk disk;
    private final FolderProblems problems;

    Tree(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
        this.problems = new FolderProblems(root);
    }

    /// The file that holds this object, if it exists.
    Optional<Stored> find(ObjectName name) throws IOException {
        if (folder(parentOf(name)).isEmpty()) {
            return Optional.empty();
        }
        var path = root.resolve(name.value());
        var seen = Existence.attributes(path);
        if (seen.isPresent() && !seen.get().isRegularFile()) {
            throw problems.notAFile(name);
        }
        return seen.map(file -> new Stored(path, file.size()));
    }

    /// The path for this object; the folders on the way to it are created, but never the root.
    Path preparePath(ObjectName name) throws IOException {
        if (folder(parentOf(name)).isEmpty()) {
            makeParents(name);
        }
        return find(name).map(Stored::path).orElse(root.resolve(name.value()));
    }

    /// The folder at this path (`""` is the root), if it exists.
    Optional<Path> folder(String path) throws IOException {
        var folder = root;
        for (var part : parts(path)) {
            folder = folder.resolve(part);
            var seen = Existence.attributes(folder);
            if (seen.isEmpty() || seen.get().isRegularFile()) {
                return Optional.empty();
            }
            if (!seen.get().isDirectory()) {
                throw problems.notAFolder(folder);
            }
        }
        return Optional.of(folder);
    }

    private void makeParents(ObjectName name) throws IOException {
        var folder = root;
        for (var part : parts(parentOf(name))) {
            folder = folder.resolve(part);
            makeFolder(folder);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        var seen = Existence.attributes(folder);
        if (seen.isPresent() && !seen.get().isDirectory()) {
            throw problems.notAFolder(folder);
        }
        if (seen.isEmpty()) {
            makeNewFolder(folder);
        }
    }

    private void makeNewFolder(Path folder) throws IOException {
        try {
            disk.makeFolder(folder);
            disk.force(folder);
        } catch (FileAlreadyExistsException _) {
            // another process was faster
        }
    }

    /// The parent folder of a path below the root.
    static Path folderOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "a path below the root");
    }

    private static String parentOf(ObjectName name) {
        return name.value().substring(0, Math.max(name.value().lastIndexOf('/'), 0));
    }

    private static String[] parts(String path) {
        return path.isEmpty() ? new String[0] : path.split("/", -1);
    }

    /// A file that holds an object.
    ///
    /// @param size in bytes
    record Stored(Path path, long size) {}
}
