package tidemark.library.links;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tidemark.library.links.TextLink.Form;

/// The writing of a link's target in a text.
///
/// @param begin where it stands, without the brackets around it
record Written(int begin, int end) {
    private static final String RESERVED = " \"<>\\^`{|}%#?()[]&'=";
    private static final String NOT_IN_WIKI = "#^[]|\\";

    /// The target of Markdown that stands behind this index: in pointed brackets, or else up to white space or the
    /// bracket that closes the link.
    static Written target(String text, int from) {
        int begin = from;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        return text.startsWith("<", begin) ? pointed(text, begin + 1) : bare(text, begin);
    }

    private static Written pointed(String text, int begin) {
        int end = begin;
        while (end < text.length() && text.charAt(end) != '>') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return new Written(begin, Math.min(end, text.length()));
    }

    private static Written bare(String text, int begin) {
        int end = begin;
        int open = 0;
        while (end < text.length() && text.charAt(end) > ' ') {
            char letter = text.charAt(end);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
            end += letter == '\\' ? 2 : 1;
        }
        return new Written(begin, Math.min(end, text.length()));
    }

    /// The value of an attribute of HTML without its escapes.
    static String plain(String value) {
        return value.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /// A path written as the target of a link; empty where that form cannot name it.
    static Optional<String> path(String path, Form form) {
        if (form == Form.WIKI) {
            return path.chars().anyMatch(letter -> NOT_IN_WIKI.indexOf(letter) >= 0)
                    ? Optional.empty()
                    : Optional.of(path);
        }
        var written = new StringBuilder();
        path.codePoints().forEach(point -> append(written, point));
        return Optional.of(written.toString());
    }

    private static void append(StringBuilder written, int point) {
        if (point >= ' ' && point != 0x7f && RESERVED.indexOf(point) < 0) {
            written.appendCodePoint(point);
            return;
        }
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            written.append("%%%02X".formatted(part & 0xff));
        }
    }
}
