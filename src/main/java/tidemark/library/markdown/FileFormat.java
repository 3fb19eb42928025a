package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// The format of a file, by the ending of its name.
enum FileFormat {
    MARKDOWN("md", "markdown", "mdown", "mkd"),
    /// Text without marks: it has neither front matter nor headings nor tags.
    PLAIN("txt", "text"),
    OTHER;

    private final Set<String> endings;

    FileFormat(String... endings) {
        this.endings = Set.of(endings);
    }

    /// The file's format.
    static FileFormat of(Path file) {
        var name = String.valueOf(file.getFileName());
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (MARKDOWN.endings.contains(ending)) {
            return MARKDOWN;
        }
        return PLAIN.endings.contains(ending) ? PLAIN : OTHER;
    }

    /// Whether an import reads it.
    boolean isText() {
        return this != OTHER;
    }
}
