package tidemark.library.records;

import java.util.regex.Pattern;

/// The beginning of a Markdown text on one line, without marks, pictures, link definitions and front matter.
public final class Preview {
    private static final int LENGTH = 120;
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "\\A---[ \\t]*\\n.*?(?:^(?:---|\\.\\.\\.)[ \\t]*$|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern DEFINITION = Pattern.compile("^ {0,3}\\[[^\\]\\n]+]:.*$", Pattern.MULTILINE);
    private static final Pattern LINE_MARKS = Pattern.compile(
            "^\\s*(?:(?:#{1,6}\\s+|>+\\s?|[-*+]\\s+(?:\\[[ xX]]\\s+)?|\\d{1,9}[.)]\\s+)+|```.*$|~~~.*$|[-=|:\\s]+$)",
            Pattern.MULTILINE);
    private static final Pattern HTML = Pattern.compile("<!--.*?(?:-->|\\z)|</?[a-zA-Z][^>]*(?:>|\\z)", Pattern.DOTALL);
    private static final String TARGET = "(?:\\([^)\\n]*(?:\\)|\\z)|\\[[^\\]\\n]*(?:]|\\z))";
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]\\n]*(?:]|\\z)" + TARGET + "?");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]*)]" + TARGET);
    private static final Pattern INLINE_MARKS =
            Pattern.compile("\\*{1,3}|`+|~~|(?<![\\p{L}\\p{N}])_{1,2}|_{1,2}(?![\\p{L}\\p{N}])");

    private Preview() {}

    /// The length that is read of a text, in characters: pictures and links at its beginning can be long.
    public static final int MOST_READ = 2000;

    /// The preview of a project's text, without the title that it often begins with, which is shown beside it anyway.
    public static String of(String title, String markdown) {
        var text = plain(markdown);
        var rest = text.startsWith(title) ? text.substring(title.length()).strip() : text;
        return rest.length() <= LENGTH ? rest : cut(rest) + "…";
    }

    private static String plain(String markdown) {
        return unmarked(FRONT_MATTER.matcher(markdown).replaceFirst(""));
    }

    /// A piece of a Markdown text that begins with a whole line, on one line and without marks.
    public static String unmarked(String markdown) {
        var text = HTML.matcher(DEFINITION.matcher(markdown).replaceAll("")).replaceAll(" ");
        text = LINE_MARKS.matcher(PICTURE.matcher(text).replaceAll("")).replaceAll(" ");
        text = INLINE_MARKS.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("");
        return Ids.collapsed(text);
    }

    /// Cuts the text at the end of a word where there is one near, and never inside a surrogate pair.
    private static String cut(String text) {
        int space = text.lastIndexOf(' ', LENGTH);
        if (space > LENGTH / 2) {
            return text.substring(0, space);
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH);
    }
}
