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
/// with its details as front matter, and its notes are Markdown files in a folder of its name beside it. A
/// file of the name `tidemark.json` holds what these cannot say. Records in the trash are left out.
///
/// Importing the folder gives the same again: collections, projects, notes, labels, their order and their times.
public final class MarkdownExport {
    static final String ENDING = ".md";

    private final Library library;

    /// An export of this library.
    public MarkdownExport(Library library) {
        this.library = library;
    }

    /// Writes the library, as it is at one moment, into a folder that is empty or does not exist.
    ///
    /// @throws LibraryException when the folder holds something, or cannot be written
    public ExportReport run(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            refuseUnlessEmpty(root);
            return library.read(sql -> all(sql, root));
        } catch (IOException | InvalidPathException e) {
            throw LibraryException.notExported(root, e);
        } catch (UncheckedIOException e) {
            throw LibraryException.notExported(root, e);
        }
    }

    private static ExportReport all(Sql sql, Path root) throws SQLException {
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
