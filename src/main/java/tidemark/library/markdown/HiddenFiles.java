package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// The number of files in a hidden folder, which an import passes over: it belongs to another program.
final class HiddenFiles extends SimpleFileVisitor<Path> {
    private int files;
    private int texts;

    private HiddenFiles() {}

    /// Whether the name begins with a dot.
    static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /// The remark on a hidden file or folder. Links in it are not followed.
    static ImportProblem problem(Path path) throws IOException {
        var hidden = new HiddenFiles();
        Files.walkFileTree(path, hidden);
        var kind = hidden.texts > 0 ? ImportProblem.Kind.HIDDEN : ImportProblem.Kind.SETTINGS;
        return new ImportProblem(
                path,
                kind,
                "%,d %s, %,d of them Markdown or text"
                        .formatted(hidden.files, hidden.files == 1 ? "file" : "files", hidden.texts));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        files++;
        texts += FileFormat.of(file).isText() ? 1 : 0;
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        files++;
        return FileVisitResult.CONTINUE;
    }
}
