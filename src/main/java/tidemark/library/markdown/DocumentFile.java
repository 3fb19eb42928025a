package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.library.frontmatter.DocumentKind;
import tidemark.library.links.MovedLinks;
import tidemark.library.links.TextLink;
import tidemark.library.links.TextLinks;
import tidemark.library.records.PlainText;
import tidemark.library.records.Provenance;

/// A file of an import, and what is known of it before it is read.
///
/// @param kind of the record in it
/// @param project the file of the project that a note belongs to; empty for a project, and where that is not there
/// @param path the path that the record is known by; empty where an export says that it has none
/// @param links how links are written in the file that an export had to write otherwise, and how they were
record DocumentFile(
        Path file, DocumentKind kind, Optional<Path> project, Optional<String> path, Map<String, String> links) {
    private static final MarkdownReader READER = new MarkdownReader(ZoneId.systemDefault());

    /// A file that no index names.
    static DocumentFile foreign(Path file, String path) {
        return new DocumentFile(file, DocumentKind.PROJECT, Optional.empty(), Optional.of(path), Map.of());
    }

    /// A file that the index of an export names.
    ///
    /// @param files all files that are there, by their paths in the export
    static DocumentFile exported(Path file, ExportIndex.Document known, Map<String, Path> files) {
        return known.project()
                .map(project -> new DocumentFile(
                        file, DocumentKind.NOTE, Optional.ofNullable(files.get(project)), known.path(), known.links()))
                .orElseGet(() ->
                        new DocumentFile(file, DocumentKind.PROJECT, Optional.empty(), known.path(), known.links()));
    }

    /// Reads it; empty when it is left out, which is among the remarks then.
    Optional<ImportedDocument> read(ImportRemarks remarks) {
        var read = ImportedFile.read(file);
        remarks.addAll(read.problems());
        if (read.isTooLarge()) {
            var document = MarkdownDocument.plain(TitleOf.name(stem()), "");
            return Optional.of(imported(document, ImportedDocument.Extent.AS_FILE, List.of()));
        }
        return read.text().map(text -> document(text, remarks));
    }

    private ImportedDocument document(String text, ImportRemarks remarks) {
        var isPlain = FileFormat.of(file) == FileFormat.PLAIN;
        var written = isPlain ? MarkdownDocument.plain(TitleOf.name(stem()), text) : READER.read(stem(), text, kind);
        var document = written.withText(MovedLinks.restored(written.details().summary(), links));
        var found =
                isPlain ? List.<TextLink>of() : TextLinks.in(written.details().summary());
        int longest = longest(document);
        if (longest > PlainText.MOST_BYTES) {
            remarks.add(ImportedFile.tooLarge(file, longest));
            return imported(shortened(document), ImportedDocument.Extent.AS_FILE, found);
        }
        if (text.isBlank()) {
            remarks.add(new ImportProblem(file, ImportProblem.Kind.EMPTY, "it is empty"));
        }
        remarks.add(file, document);
        return imported(document, ImportedDocument.Extent.AS_TEXT, found);
    }

    private ImportedDocument imported(MarkdownDocument document, ImportedDocument.Extent extent, List<TextLink> found) {
        return new ImportedDocument(file, document, project, provenance(document), extent, found);
    }

    private String stem() {
        return TitleOf.stem(String.valueOf(file.getFileName()));
    }

    /// The document as a record can hold it, when its file is kept as it is.
    private MarkdownDocument shortened(MarkdownDocument document) {
        var details = document.details().withSummary("");
        var labels = document.labels().stream()
                .filter(label -> PlainText.bytes(label) <= PlainText.MOST_BYTES)
                .toList();
        return new MarkdownDocument(
                PlainText.bytes(details.title()) <= PlainText.MOST_BYTES
                        ? details
                        : details.withTitle(TitleOf.name(stem())),
                labels,
                document.created(),
                document.modified(),
                document.findings());
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
