package tidemark.library;

import java.util.regex.Pattern;

/// The beginning of a Markdown text on one line, without the marks.
final class Preview {
    private static final int LENGTH = 120;
    private static final Pattern LINE_MARKS = Pattern.compile(
            "^\\s{0,3}(?:#{1,6}\\s+|>\\s?|[-*+]\\s+(?:\\[[ xX]]\\s+)?|\\d{1,9}[.)]\\s+|```.*|~~~.*|[-=|:\\s]+$)",
            Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]{0,200})]\\([^)\\n]{0,500}\\)");
    private static final Pattern INLINE_MARKS = Pattern.compile("<[^>\\n]{1,200}>|\\*{1,3}|`+|~~|\\b_{1,2}|_{1,2}\\b");

    private Preview() {}

    static String of(String markdown) {
        var text = LINE_MARKS.matcher(markdown).replaceAll(" ");
        text = INLINE_MARKS.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("");
        text = text.replaceAll("\\s+", " ").strip();
        return text.length() <= LENGTH ? text : cut(text) + "…";
    }

    /// At a word's end where there is one near, and never inside a surrogate pair.
    private static String cut(String text) {
        int space = text.lastIndexOf(' ', LENGTH);
        if (space > LENGTH / 2) {
            return text.substring(0, space);
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
    }
}
