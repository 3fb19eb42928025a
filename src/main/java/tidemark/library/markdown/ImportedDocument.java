package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tidemark.library.links.TextLink;
import tidemark.library.records.Provenance;

/// A file that was read and not written into the library yet.
///
/// @param project the file of the project that a note belongs to; empty for a project
/// @param provenance its times, and the path that it is known by
/// @param links those in its text
record ImportedDocument(
        Path file,
        MarkdownDocument document,
        Optional<Path> project,
        Provenance provenance,
        Extent extent,
        List<TextLink> links) {
    /// The part of the file that the record's text holds.
    enum Extent {
        /// All of it.
        AS_TEXT,
        /// None, because a text cannot hold it: the file itself becomes one of the project's.
        AS_FILE
    }
}
