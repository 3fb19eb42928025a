package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Something to know about one file of an import.
///
/// @param detail what exactly was found
public record ImportProblem(Path file, Kind kind, String detail) {
    /// What was wrong with the file.
    public enum Kind {
        /// Its text is longer than 1 MiB; it was left out.
        TOO_LARGE("left out: too large"),
        /// It holds no text; it was left out.
        BINARY("left out: not a text"),
        /// It could not be read; it was left out.
        UNREADABLE("left out: cannot be read"),
        /// A link that leads back to a folder around it; it was not followed.
        LOOP("left out: a link to a folder that holds it"),
        /// It is not in UTF-8; it was read as another encoding, and should be looked at.
        ENCODING("imported: please check"),
        /// There is nothing in it; the project has its name alone.
        EMPTY("imported: please check"),
        /// Its front matter is not valid YAML and was kept as part of the text.
        FRONT_MATTER("imported: please check");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// Whether nothing was imported from the file.
        public boolean isLeftOut() {
            return this != ENCODING && this != EMPTY && this != FRONT_MATTER;
        }
    }

    static ImportProblem unreadable(Path file, IOException reason) {
        return new ImportProblem(
                file,
                Kind.UNREADABLE,
                reason instanceof AccessDeniedException
                        ? "no permission"
                        : reason instanceof NoSuchFileException
                                ? "it leads nowhere"
                                : String.valueOf(reason.getMessage()));
    }

    @Override
    public String toString() {
        return file + ": " + kind.words + " (" + detail + ")";
    }
}
