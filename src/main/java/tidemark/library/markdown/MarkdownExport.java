package tidemark.library.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import tidemark.db.Sql;
import tidemark.library.Library;
import tidemark.library.records.LibraryException;

/// An export of the library as files that any program can read: a collection is a folder, a project a Markdown file
/// with its details as front matter, and its notes are Markdown files in a folder of its name beside it. Files of
/// projects lie where links in these texts lead to. A file of the name `tidemark.json` holds what all of them cannot
/// say. Records in the trash are left out.
///
/// Importing the folder gives the same again: collections, projects, notes, files, labels, their order and their times.
public final class MarkdownExport {
    /// A listener that is called for each file of a project, on the exporting thread.
    @FunctionalInterface
    public interface Progress {
        /// Reports that `done` of `total` files are written.
        void at(int done, int total);
    }

    static final String ENDING = ".md";

    private final Library library;
    private final FileOutlet outlet;

    /// An export of this library.
    ///
    /// @param outlet writes the contents of files
    public MarkdownExport(Library library, FileOutlet outlet) {
        this.library = library;
        this.outlet = outlet;
    }

    /// Writes the library, as it is at one moment, into a folder that is empty or does not exist. A file that cannot be
    /// written is in the report, and holds up nothing else.
    ///
    /// @throws LibraryException when the folder holds something, or cannot be written
    public ExportReport run(Path folder, Progress progress) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            refuseUnlessEmpty(root);
            ExportDraft draft = library.read(sql -> texts(sql, root));
            return draft.finish(outlet, progress::at);
        } catch (IOException | InvalidPathException e) {
            throw LibraryException.notExported(root, e);
        } catch (UncheckedIOException e) {
            throw LibraryException.notExported(root, e);
        }
    }

    private static ExportDraft texts(Sql sql, Path root) throws SQLException {
        try {
            return new ExportWriter(sql, root).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseUnlessEmpty(Path root) throws IOException {
        try (var entries = Files.newDirectoryStream(root)) {
            if (entries.iterator().hasNext()) {
                throw LibraryException.notEmpty(root);
            }
        }
    }
}
