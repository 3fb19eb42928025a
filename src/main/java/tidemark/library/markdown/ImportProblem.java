package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A problem with one file of an import.
///
/// @param detail the exact finding
public record ImportProblem(Path file, Kind kind, String detail) {
    /// The kind of problem.
    public enum Kind {
        /// Its text is longer than 1 MiB; it became a file of its project.
        TOO_LARGE("imported as a file: too long for a text"),
        /// It holds no text; it was left out.
        BINARY("left out: not a text"),
        /// It could not be read; it was left out.
        UNREADABLE("left out: cannot be read"),
        /// A link that leads back to a folder around it; it was not followed.
        LOOP("left out: a link to a folder that holds it"),
        /// A link out of the folder; it was not followed.
        OUTSIDE("left out: a link out of the folder"),
        /// It is neither Markdown nor plain text, and no text links to it; it was left out.
        OTHER("left out: neither Markdown nor text"),
        /// It links to something outside of the folder, which was left out.
        LINK_OUTSIDE("imported without what is outside the folder"),
        /// It links to a file that is not there.
        LINK_BROKEN("imported: please check"),
        /// Its name begins with a dot, and texts are in it; they were left out.
        HIDDEN("left out: hidden"),
        /// Its name begins with a dot, and no texts are in it: it belongs to another program.
        SETTINGS("passed over: hidden"),
        /// It is not in UTF-8; it was read as another encoding, and should be looked at.
        ENCODING("imported: please check"),
        /// It is empty; the project has only its name.
        EMPTY("imported: please check"),
        /// Something in its front matter was not understood, and was kept as part of the text.
        FRONT_MATTER("imported: please check");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// The kind in words: what became of the file, and why.
        public String words() {
            return words;
        }

        /// Whether something was left out: the file, or one that it links to.
        public boolean isLeftOut() {
            return switch (this) {
                case TOO_LARGE, LINK_BROKEN, ENCODING, EMPTY, FRONT_MATTER, SETTINGS -> false;
                case BINARY, UNREADABLE, LOOP, OUTSIDE, OTHER, LINK_OUTSIDE, HIDDEN -> true;
            };
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
