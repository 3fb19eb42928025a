package tidemark.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// The name of a file as some system gave it: stored as given, shown without tricks, and written to a disk only under a
/// name that is safe on every system.
public record FileName(String given) {
    /// The most characters of a name that are stored.
    public static final int LONGEST_STORED = 1000;

    /// The most bytes of UTF-8 that a name on a disk has: all systems take 255, and some programs add to it.
    private static final int LONGEST_WRITTEN = 200;
    private static final int LONGEST_ENDING = 20;
    private static final int LONGEST_SHOWN = 500;
    private static final String NAMELESS = "file";

    private static final Pattern RESERVED = Pattern.compile(
            "(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])( *\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
    private static final String FORBIDDEN = "<>:\"|?*";

    /// A name for storing: without NUL, control characters and halves of surrogate pairs, and not longer than
    /// [#LONGEST_STORED].
    public static FileName stored(String given) {
        var clean = replaced(given, '\ufffd', point -> Character.isISOControl(point) || isHalf(point));
        return new FileName(cut(clean, LONGEST_STORED));
    }

    /// A text from elsewhere for people: on one line, and without characters that reorder or hide others.
    public static String shown(String text) {
        var safe = replaced(text, '\ufffd', point -> Character.isISOControl(point) || isHidden(point) || isHalf(point));
        return safe.length() <= LONGEST_SHOWN ? safe : cut(safe, LONGEST_SHOWN) + "…";
    }

    /// The name for people.
    public String shown() {
        return given.isBlank() ? NAMELESS : shown(given);
    }

    /// A name under which the file can be written in a folder of any system: one part, composed Unicode, no characters
    /// or names that some system forbids, at most 200 bytes long.
    public String written() {
        var path = DRIVE.matcher(given.replace('\\', '/')).replaceFirst("");
        var last = path.substring(path.lastIndexOf('/') + 1);
        var clean = replaced(last, '_', FileName::isForbidden);
        var name = bounded(trimmed(Normalizer.normalize(clean, Normalizer.Form.NFC)));
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }

    /// The name under which it is written where others are written, too. It is added to them. Names that differ only in
    /// case, or in how an accent is composed, are one name on some systems, so a later one gets a number.
    ///
    /// @param taken the names written before, as this method added them
    public String written(Set<String> taken) {
        var name = written();
        var candidate = name;
        for (int i = 2; !taken.add(folded(candidate)); i++) {
            candidate = numbered(name, i);
        }
        return candidate;
    }

    /// The name with a number before its ending, by which it differs from others that are alike: "weir (2).jpg".
    public FileName numbered(int number) {
        return new FileName(numbered(given, number));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static String numbered(String name, int number) {
        var dot = endingAt(name);
        return name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    /// The ending in small letters, without its dot; empty where there is none.
    public String ending() {
        var name = written();
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String trimmed(String name) {
        var inner = EDGES.matcher(name).replaceAll("");
        return inner.isEmpty() ? NAMELESS : inner;
    }

    /// The name with as much of its front as fits; the ending stays, since it says what opens the file.
    private static String bounded(String name) {
        if (bytes(name) <= LONGEST_WRITTEN) {
            return name;
        }
        var dot = endingAt(name);
        var ending = name.substring(dot);
        var front = name.substring(0, dot);
        while (bytes(front) + bytes(ending) > LONGEST_WRITTEN) {
            front = front.substring(0, front.offsetByCodePoints(front.length(), -1));
        }
        return trimmed(front.stripTrailing()) + ending;
    }

    private static int endingAt(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > LONGEST_ENDING ? name.length() : dot;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isForbidden(int point) {
        return Character.isISOControl(point) || isHidden(point) || isHalf(point) || FORBIDDEN.indexOf(point) >= 0;
    }

    /// Whether the character changes the order of others, or is not seen: such as the overrides of the direction.
    private static boolean isHidden(int point) {
        var type = Character.getType(point);
        return (type == Character.FORMAT && point != '\u200d' && point != '\u200c')
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String replaced(String text, int by, IntPredicate wrong) {
        return text.codePoints()
                .map(point -> wrong.test(point) ? by : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
