package tidemark.library.markdown;

import java.nio.file.Path;

/// A Markdown file that was read and is to be written into the library.
record ImportedDocument(Path file, MarkdownDocument document) {}
