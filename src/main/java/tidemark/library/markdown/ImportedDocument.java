package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.library.records.Provenance;

/// A file that was read and not written into the library yet.
///
/// @param project the file of the project that a note belongs to; empty for a project
/// @param provenance its times, and the path that it is known by
record ImportedDocument(Path file, MarkdownDocument document, Optional<Path> project, Provenance provenance) {}
