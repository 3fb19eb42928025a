package tidemark.library.markdown;

import java.nio.file.Path;

/// A Markdown file that was read and not written into the library yet.
record ImportedDocument(Path file, MarkdownDocument document) {}
