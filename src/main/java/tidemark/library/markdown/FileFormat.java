package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The format of a file, by the ending of its name.
enum FileFormat {
    MARKDOWN,
    /// Text without marks: it has neither front matter nor headings nor tags.
    PLAIN,
    OTHER;

    private static final Map<String, FileFormat> ENDINGS = Map.of(
            "md", MARKDOWN, "markdown", MARKDOWN, "mdown", MARKDOWN, "mkd", MARKDOWN, "txt", PLAIN, "text", PLAIN);

    /// The file's format.
    static FileFormat of(Path file) {
        return of(String.valueOf(file.getFileName()));
    }

    /// The format of a file of this name.
    static FileFormat of(String name) {
        return ENDINGS.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), OTHER);
    }

    /// Whether an import reads it.
    boolean isText() {
        return this != OTHER;
    }
}
