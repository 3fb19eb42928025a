package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tidemark.library.Library;
import tidemark.library.records.LibraryException;

/// An import of a folder of Markdown files: a folder becomes a collection, a file a project with its text.
///
/// Importing a folder again adds what is new: collections of the same name are used again, and a file whose title and
/// text are in its collection already is skipped. A file that has changed becomes a second project; nothing in the
/// library is overwritten.
public final class MarkdownImport {
    /// A listener that is called for each file, on the importing thread.
    @FunctionalInterface
    public interface Progress {
        /// Reports that `done` of `total` files are complete, and `file` is next.
        void at(int done, int total, Path file);
    }

    private static final int FILES_AT_ONCE = 500;

    private final Library library;

    /// An import into this library.
    public MarkdownImport(Library library) {
        this.library = library;
    }

    /// Imports the folder, or one file, some hundred files in one transaction. Problems with single files are in the
    /// report and do not stop the import.
    ///
    /// @throws LibraryException when the folder itself cannot be read
    public ImportReport run(Path folder, Progress progress) {
        var from = folder.toAbsolutePath().normalize();
        var scan = scan(from);
        var files = scan.files();
        var problems = new ArrayList<>(scan.problems());
        var writer = new ImportWriter(library, Files.isDirectory(from) ? from : ImportWriter.folderOf(from));
        var batch = new ArrayList<ImportedDocument>();
        for (int i = 0; i < files.size(); i++) {
            progress.at(i, files.size(), files.get(i));
            read(files.get(i), batch, problems);
            if (batch.size() == FILES_AT_ONCE) {
                writer.write(batch);
                batch.clear();
            }
        }
        writer.write(batch);
        problems.sort(java.util.Comparator.comparing(ImportProblem::file));
        int unread = (int) scan.problems().stream()
                .filter(problem -> problem.kind().isLeftOut())
                .count();
        return writer.report(files.size() + unread, problems);
    }

    private static ImportScan scan(Path root) {
        try {
            return ImportScan.of(root);
        } catch (IOException e) {
            throw LibraryException.noFolder(root, e);
        }
    }

    private static void read(Path file, List<ImportedDocument> batch, List<ImportProblem> problems) {
        var read = ImportedFile.read(file);
        problems.addAll(read.problems());
        read.text().ifPresent(text -> {
            var document = MarkdownDocument.of(file, text);
            if (document.hasBrokenFrontMatter()) {
                problems.add(new ImportProblem(
                        file,
                        ImportProblem.Kind.FRONT_MATTER,
                        "its front matter is not valid YAML and stays in the text"));
            }
            if (text.isBlank()) {
                problems.add(new ImportProblem(file, ImportProblem.Kind.EMPTY, "it is empty"));
            }
            batch.add(new ImportedDocument(file, document));
        });
    }
}
