package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import tidemark.library.records.PlainText;
import tidemark.library.records.Provenance;

/// A file of an import, and what is known of it before it is read.
///
/// @param kind of the record in it
/// @param project the file of the project that a note belongs to; empty for a project, and where that is not there
/// @param path the path that the record is known by; empty where an export says that it has none
record DocumentFile(Path file, DocumentKind kind, Optional<Path> project, Optional<String> path) {
    private static final MarkdownReader READER = new MarkdownReader(ZoneId.systemDefault());

    /// A file that no index names.
    static DocumentFile foreign(Path file, String path) {
        return new DocumentFile(file, DocumentKind.PROJECT, Optional.empty(), Optional.of(path));
    }

    /// A file that the index of an export names.
    ///
    /// @param files all files that are there, by their paths in the export
    static DocumentFile exported(Path file, ExportIndex.Document known, Map<String, Path> files) {
        return known.project()
                .map(project -> new DocumentFile(
                        file, DocumentKind.NOTE, Optional.ofNullable(files.get(project)), known.path()))
                .orElseGet(() -> new DocumentFile(file, DocumentKind.PROJECT, Optional.empty(), known.path()));
    }

    /// Reads it; empty when it is left out, which is among the remarks then.
    Optional<ImportedDocument> read(ImportRemarks remarks) {
        var read = ImportedFile.read(file);
        remarks.addAll(read.problems());
        return read.text().flatMap(text -> document(text, remarks));
    }

    private Optional<ImportedDocument> document(String text, ImportRemarks remarks) {
        var stem = TitleOf.stem(String.valueOf(file.getFileName()));
        var document = FileFormat.of(file) == FileFormat.PLAIN
                ? MarkdownDocument.plain(TitleOf.name(stem), text)
                : READER.read(stem, text, kind);
        int longest = longest(document);
        if (longest > PlainText.MOST_BYTES) {
            remarks.add(ImportedFile.tooLarge(file, longest));
            return Optional.empty();
        }
        if (text.isBlank()) {
            remarks.add(new ImportProblem(file, ImportProblem.Kind.EMPTY, "it is empty"));
        }
        remarks.add(file, document);
        return Optional.of(new ImportedDocument(file, document, project, provenance(document)));
    }

    /// The bytes of the longest text in the document.
    private static int longest(MarkdownDocument document) {
        int longest = Math.max(
                PlainText.bytes(document.details().title()),
                PlainText.bytes(document.details().summary()));
        return document.labels().stream().mapToInt(PlainText::bytes).reduce(longest, Math::max);
    }

    /// The provenance: times that the front matter does not tell are those of the file.
    private Provenance provenance(MarkdownDocument document) {
        var times = times();
        var modified = document.modified()
                .or(() -> times.map(file -> inMs(file.lastModifiedTime().toInstant())));
        var created = document.created()
                .or(() -> times.map(file -> inMs(file.creationTime().toInstant()))
                        .map(time -> modified.filter(time::isAfter).orElse(time)));
        return new Provenance(created, modified, path);
    }

    private Optional<BasicFileAttributes> times() {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException _) {
            return Optional.empty(); // the file was read a moment ago, and is gone
        }
    }

    private static Instant inMs(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }
}
