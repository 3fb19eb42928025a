package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// The texts in a folder, the other files and the folders inside it, by path. All else is told, such as names that
/// begin with a dot, which belong to other programs.
///
/// Links are followed inside the folder only: one that leads out of it could bring in any file of the computer.
final class ImportScan extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path place;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    /// @param place the root's real path, without links
    private ImportScan(Path root, Path place) {
        this.root = root;
        this.place = place;
    }

    static ImportScan of(Path root) throws IOException {
        var scan = new ImportScan(root, root.toRealPath());
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, scan);
        scan.files.sort(Comparator.naturalOrder());
        return scan;
    }

    /// The texts, in the order of their paths.
    List<Path> files() {
        return files;
    }

    /// The files that are no texts.
    List<Path> others() {
        return others;
    }

    /// The folders, each before those in it.
    List<Path> folders() {
        return folders;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (leadsOut(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (HiddenFiles.isHidden(folder)) {
            problems.add(HiddenFiles.problem(folder));
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders.add(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            problems.add(new ImportProblem(file, ImportProblem.Kind.UNREADABLE, "it leads nowhere"));
        } else if (!leadsOut(file) && !ExportIndex.isAt(root, file)) {
            add(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) throws IOException {
        if (HiddenFiles.isHidden(file) && !file.equals(root)) {
            problems.add(HiddenFiles.problem(file));
        } else if (!attributes.isRegularFile()) {
            problems.add(new ImportProblem(file, ImportProblem.Kind.UNREADABLE, "not a file"));
        } else if (FileFormat.of(file).isText()) {
            files.add(file);
        } else {
            others.add(file);
        }
    }

    /// Whether this is no part of the folder, but a link to something else; that is told then.
    private boolean leadsOut(Path path) {
        try {
            var real = path.toRealPath();
            var isOutside = !path.equals(root) && !real.startsWith(place);
            if (isOutside) {
                problems.add(new ImportProblem(path, ImportProblem.Kind.OUTSIDE, "to " + real));
            }
            return isOutside;
        } catch (IOException e) {
            problems.add(ImportProblem.unreadable(path, e));
            return true;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
        if (file.equals(root)) {
            throw reason;
        }
        problems.add(
                reason instanceof FileSystemLoopException
                        ? new ImportProblem(file, ImportProblem.Kind.LOOP, "not followed")
                        : ImportProblem.unreadable(file, reason));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException reason) {
        if (reason != null) {
            problems.add(ImportProblem.unreadable(folder, reason));
        }
        return FileVisitResult.CONTINUE;
    }
}
