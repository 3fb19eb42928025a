package tidemark.library.frontmatter;

import java.util.Map;
import java.util.Optional;

/// A text in quotes, without them.
///
/// @param text with its escapes as the characters that they stand for
/// @param end the index behind the closing quote
record QuotedText(String text, int end) {
    private static final int HEX = 16;

    /// The characters behind a backslash, and what they stand for (YAML 1.2, 5.7).
    private static final Map<Character, String> ESCAPES = Map.ofEntries(
            Map.entry('0', "\0"),
            Map.entry('a', "\u0007"),
            Map.entry('b', "\b"),
            Map.entry('t', "\t"),
            Map.entry('n', "\n"),
            Map.entry('v', "\u000b"),
            Map.entry('f', "\f"),
            Map.entry('r', "\r"),
            Map.entry('e', "\u001b"),
            Map.entry(' ', " "),
            Map.entry('"', "\""),
            Map.entry('/', "/"),
            Map.entry('\\', "\\"),
            Map.entry('N', "\u0085"),
            Map.entry('_', "\u00a0"),
            Map.entry('L', "\u2028"),
            Map.entry('P', "\u2029"));

    private static final Map<Character, Integer> DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

    /// The quoted text that begins at this index; empty when it does not end, or has an escape that is none.
    static Optional<QuotedText> at(String line, int begin) {
        return line.charAt(begin) == '\'' ? single(line, begin + 1) : doubled(line, begin + 1);
    }

    private static Optional<QuotedText> single(String line, int begin) {
        var text = new StringBuilder();
        int at = begin;
        while (at < line.length()) {
            var isQuote = line.startsWith("''", at);
            if (line.charAt(at) == '\'' && !isQuote) {
                return Optional.of(new QuotedText(text.toString(), at + 1));
            }
            text.append(line.charAt(at));
            at += isQuote ? 2 : 1;
        }
        return Optional.empty();
    }

    private static Optional<QuotedText> doubled(String line, int begin) {
        var text = new StringBuilder();
        int at = begin;
        while (at < line.length()) {
            char letter = line.charAt(at);
            if (letter == '"') {
                return Optional.of(new QuotedText(text.toString(), at + 1));
            }
            if (letter == '\\') {
                int length = appendEscape(text, line, at + 1);
                if (length == 0) {
                    return Optional.empty();
                }
                at += 1 + length;
            } else {
                text.append(letter);
                at++;
            }
        }
        return Optional.empty();
    }

    /// Appends the character that stands behind a backslash. Returns the length of what stands for it; 0
    /// where it is no escape.
    private static int appendEscape(StringBuilder text, String line, int begin) {
        char escape = begin < line.length() ? line.charAt(begin) : 'q';
        var meant = ESCAPES.get(escape);
        if (meant != null) {
            text.append(meant);
            return 1;
        }
        int digits = DIGITS.getOrDefault(escape, 0);
        return digits > 0 && appendCode(text, line, begin + 1, digits) ? 1 + digits : 0;
    }

    private static boolean appendCode(StringBuilder text, String line, int begin, int digits) {
        if (begin + digits > line.length()) {
            return false;
        }
        long code = 0;
        for (int i = begin; i < begin + digits; i++) {
            int digit = Character.digit(line.charAt(i), HEX);
            if (digit < 0) {
                return false;
            }
            code = code * HEX + digit;
        }
        if (code > Character.MAX_CODE_POINT) {
            return false;
        }
        text.appendCodePoint((int) code);
        return true;
    }
}
