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
import java.util.Locale;
import java.util.Set;

/// The Markdown files in a folder and the folders inside it, by path. Names that begin with a dot are skipped: such
/// folders belong to other programs.
///
/// Links are followed inside the folder only: one that leads out of it could bring in any file of the computer.
final class ImportScan extends SimpleFileVisitor<Path> {
    private static final Set<String> ENDINGS = Set.of("md", "markdown", "mdown", "mkd");

    private final Path root;
    private final Path place;
    private final List<Path> files = new ArrayList<>();
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

    List<Path> files() {
        return files;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        var isSkipped = !folder.equals(root) && (isHidden(folder) || leadsOut(folder));
        return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isMarkdown(file) && attributes.isSymbolicLink()) {
            problems.add(new ImportProblem(file, ImportProblem.Kind.UNREADABLE, "it leads nowhere"));
        } else if (isMarkdown(file) && !leadsOut(file)) {
            add(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.add(file);
        } else {
            problems.add(new ImportProblem(file, ImportProblem.Kind.UNREADABLE, "not a file"));
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
        if (reason instanceof FileSystemLoopException) {
            problems.add(new ImportProblem(file, ImportProblem.Kind.LOOP, "not followed"));
        } else if (!isHidden(file)) {
            problems.add(ImportProblem.unreadable(file, reason));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException reason) {
        if (reason != null) {
            problems.add(ImportProblem.unreadable(folder, reason));
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isMarkdown(Path file) {
        return !isHidden(file) && ENDINGS.contains(ending(file));
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
