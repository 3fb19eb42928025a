package tidemark.library.markdown;

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
        for (int i = begin; i < line.length(); i++) {
            if (line.charAt(i) != '\'') {
                text.append(line.charAt(i));
            } else if (line.startsWith("''", i)) {
                text.append('\'');
                i++;
            } else {
                return Optional.of(new QuotedText(text.toString(), i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<QuotedText> doubled(String line, int begin) {
        var text = new StringBuilder();
        for (int i = begin; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"') {
                return Optional.of(new QuotedText(text.toString(), i + 1));
            }
            if (letter != '\\') {
                text.append(letter);
                continue;
            }
            i++;
            char escape = i < line.length() ? line.charAt(i) : 0;
            var meant = ESCAPES.get(escape);
            int digits = DIGITS.getOrDefault(escape, 0);
            if (meant != null) {
                text.append(meant);
            } else if (digits == 0 || !appendCode(text, line, i + 1, digits)) {
                return Optional.empty();
            }
            i += digits;
        }
        return Optional.empty();
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
