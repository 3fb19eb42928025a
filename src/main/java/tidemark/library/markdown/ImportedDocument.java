package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.library.records.Origin;

/// A file that was read and not written into the library yet.
///
/// @param project the file of the project that a note belongs to; empty for a project
/// @param origin its times, and the path that it is known by
record ImportedDocument(Path file, MarkdownDocument document, Optional<Path> project, Origin origin) {}
