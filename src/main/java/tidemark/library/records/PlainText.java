package tidemark.library.records;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.schema.Value;

/// A text that fits into a field: at most 1 MiB of UTF-8, without NUL characters and halves of surrogate pairs, which
/// SQLite and JSON cannot hold.
public record PlainText(String text) {
    /// The greatest length of a text, in bytes of UTF-8: 1 MiB.
    public static final int MOST_BYTES = 1 << 20;
    private static final Pattern BREAKS = Pattern.compile("\\p{Cc}+");
    private static final char REPLACEMENT = '\ufffd';

    /// The text with replacement characters for what a field cannot hold.
    ///
    /// @throws LibraryException when it is too long
    public static PlainText of(String field, String text) {
        var clean = clean(text);
        if (clean.length() * 3L > MOST_BYTES && bytes(clean) > MOST_BYTES) {
            throw LibraryException.tooLong(field, bytes(clean));
        }
        return new PlainText(clean);
    }

    /// The text made fit and on one line: a title or name is shown in lists, and may be the name of a file.
    ///
    /// @throws LibraryException when it is too long
    public static PlainText line(String field, String text) {
        return new PlainText(oneLine(of(field, text).text()));
    }

    /// The text with a space in place of each run of control characters, line ends among them.
    public static String oneLine(String text) {
        return text.codePoints().noneMatch(Character::isISOControl)
                ? text
                : BREAKS.matcher(text).replaceAll(" ");
    }

    /// The text as a field's value; the empty text is the default and not written.
    public Optional<Value> value() {
        return text.isEmpty() ? Optional.empty() : Optional.of(Value.of(text));
    }

    /// The length of the text in bytes of UTF-8.
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clean(String text) {
        if (text.codePoints().noneMatch(PlainText::isUnfit)) {
            return text;
        }
        return text.codePoints()
                .map(point -> isUnfit(point) ? REPLACEMENT : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether a field cannot hold this code point. One between the surrogates is half of a pair: `codePoints` joins
    /// the whole ones.
    private static boolean isUnfit(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
