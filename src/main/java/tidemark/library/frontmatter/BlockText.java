package tidemark.library.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A value that stands in indented lines of its own, behind `|` or `>`.
final class BlockText {
    private static final Pattern MARK = Pattern.compile("[|>][-+\\d]{0,2}(?:\\s+#.*)?");

    private BlockText() {}

    /// Whether such lines follow this one.
    static boolean isBegun(String head) {
        return MARK.matcher(head).matches();
    }

    /// The text: its lines as they are behind `|`, as one line behind `>`.
    static String of(String head, List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(BlockText::indent)
                .min()
                .orElse(0);
        var words = new ArrayList<String>();
        for (var line : lines) {
            words.add(line.isBlank() ? "" : line.substring(indent).stripTrailing());
        }
        return String.join(head.startsWith("|") ? "\n" : " ", words).strip();
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
