package tidemark.library.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A piece of front matter: an entry with all of its lines, or lines that belong to none.
///
/// @param kind of what the lines are
/// @param key the entry's key in lower case; empty for other pieces
/// @param lines with their line ends
record FrontMatterEntry(Kind kind, String key, List<String> lines) {
    /// The kind of a piece.
    enum Kind {
        /// A key with its value.
        ENTRY,
        /// Comments and empty lines between entries.
        COMMENT,
        /// Something that front matter does not have.
        STRAY
    }

    FrontMatterEntry {
        lines = List.copyOf(lines);
    }

    /// The pieces that these lines are made of, in order.
    static List<FrontMatterEntry> all(List<String> lines) {
        var grouping = new Grouping();
        lines.forEach(grouping::add);
        grouping.endEntry();
        return grouping.pieces;
    }

    /// The key that begins in this line, in lower case; empty when no entry begins there.
    static Optional<String> key(String line) {
        int colon = colon(line);
        if (colon <= 0 || Character.isWhitespace(line.charAt(0)) || "#[]{},&*!|>%@`".indexOf(line.charAt(0)) >= 0) {
            return Optional.empty();
        }
        var key = line.substring(0, colon).strip();
        if (key.equals("-") || key.startsWith("- ")) {
            return Optional.empty();
        }
        return Optional.of(unquoted(key).toLowerCase(Locale.ROOT));
    }

    /// The text behind the key in the entry's first line.
    String head() {
        var first = lines.getFirst();
        return first.substring(colon(first) + 1).strip();
    }

    /// The entry's lines after the first, stripped.
    List<String> rest() {
        return lines.subList(1, lines.size());
    }

    /// The index of the first colon with white space or nothing behind it; -1 without one.
    private static int colon(String line) {
        int at = line.indexOf(':');
        while (at >= 0 && at + 1 < line.length() && !Character.isWhitespace(line.charAt(at + 1))) {
            at = line.indexOf(':', at + 1);
        }
        return at;
    }

    private static String unquoted(String key) {
        var isQuoted = key.length() > 1
                && (key.startsWith("\"") || key.startsWith("'"))
                && key.charAt(key.length() - 1) == key.charAt(0);
        return isQuoted ? key.substring(1, key.length() - 1) : key;
    }

    /// The gathering of lines to pieces.
    private static final class Grouping {
        private final List<FrontMatterEntry> pieces = new ArrayList<>();
        private final List<String> entry = new ArrayList<>();
        private final List<String> comments = new ArrayList<>();

        void add(String line) {
            if (line.isBlank() || line.startsWith("#")) {
                comments.add(line);
            } else if (isContinuation(line)) {
                if (entry.isEmpty()) {
                    endEntry();
                    pieces.add(new FrontMatterEntry(Kind.STRAY, "", List.of(line)));
                } else {
                    entry.addAll(comments);
                    comments.clear();
                    entry.add(line);
                }
            } else {
                endEntry();
                if (key(line).isPresent()) {
                    entry.add(line);
                } else {
                    pieces.add(new FrontMatterEntry(Kind.STRAY, "", List.of(line)));
                }
            }
        }

        /// Whether the line belongs to the entry before it: it is indented, an item of a list, or the end of one.
        private static boolean isContinuation(String line) {
            var words = line.stripTrailing();
            return Character.isWhitespace(line.charAt(0))
                    || words.equals("-")
                    || words.startsWith("- ")
                    || words.startsWith("]")
                    || words.startsWith("}");
        }

        void endEntry() {
            if (!entry.isEmpty()) {
                pieces.add(
                        new FrontMatterEntry(Kind.ENTRY, key(entry.getFirst()).orElse(""), entry));
                entry.clear();
            }
            if (!comments.isEmpty()) {
                pieces.add(new FrontMatterEntry(Kind.COMMENT, "", comments));
                comments.clear();
            }
        }
    }
}
