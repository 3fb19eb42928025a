package tidemark.library.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The value of an entry as text, or as several texts. It is never a number or a day: `1.10` stays as it was typed.
///
/// @param texts one text, or the items of a list, without those that are empty or `null`
/// @param comments the lines of the entry that are comments
record FrontMatterValue(List<Scalar> texts, List<String> comments) {
    /// A text in front matter.
    ///
    /// @param isQuoted whether it stood in quotes, or as a block of its own lines
    record Scalar(String text, boolean isQuoted) {
        /// Whether it says nothing: it is empty, or one of YAML's words for that.
        boolean isNothing() {
            return text.isBlank() || (!isQuoted && (text.equals("~") || text.equalsIgnoreCase("null")));
        }
    }

    /// The entry's value as one text; empty when it is a list, or has quotes that do not end.
    static Optional<FrontMatterValue> text(FrontMatterEntry entry) {
        var head = entry.head();
        if (BlockText.isBegun(head)) {
            return Optional.of(one(new Scalar(BlockText.of(head, entry.rest()), true), List.of()));
        }
        var words = new ArrayList<String>();
        var comments = new ArrayList<String>();
        words.add(head);
        for (var line : entry.rest()) {
            var isComment = !isInQuotes(head) && line.strip().startsWith("#");
            (isComment ? comments : words).add(isComment ? line : line.strip());
        }
        var isNested = head.isEmpty()
                && words.stream()
                        .skip(1)
                        .anyMatch(line ->
                                isItem(line) || FrontMatterEntry.key(line).isPresent());
        return isNested ? Optional.empty() : scalar(words, comments);
    }

    private static boolean isInQuotes(String head) {
        return head.startsWith("\"") || head.startsWith("'");
    }

    /// Whether the line is an item of a list.
    static boolean isItem(String line) {
        return line.equals("-") || line.startsWith("- ");
    }

    /// The value in these lines, of which none is a comment.
    static Optional<FrontMatterValue> scalar(List<String> words, List<String> comments) {
        var folded = folded(words);
        if (!isInQuotes(folded)) {
            return Optional.of(one(new Scalar(folded, false), comments));
        }
        var quoted = QuotedText.at(folded, 0);
        if (quoted.isEmpty()) {
            return Optional.empty();
        }
        var behind = folded.substring(quoted.get().end()).strip();
        if (behind.isEmpty()) {
            return Optional.of(one(new Scalar(quoted.get().text(), true), comments));
        }
        if (behind.startsWith("#")) {
            return Optional.of(one(new Scalar(quoted.get().text(), true), with(comments, behind)));
        }
        return Optional.of(one(new Scalar(folded, false), comments)); // "Words" with quotes at their beginning only
    }

    /// The lines as one; an empty line between two stands for a line break.
    private static String folded(List<String> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (line.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n");
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : " ")
                        .append(line);
            }
        }
        return text.toString().strip();
    }

    static FrontMatterValue one(Scalar text, List<String> comments) {
        return new FrontMatterValue(List.of(text), comments);
    }

    static List<String> with(List<String> comments, String comment) {
        var all = new ArrayList<>(comments);
        all.add(comment + "\n");
        return all;
    }
}
