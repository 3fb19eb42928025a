package tidemark.library.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The front matter at the very beginning of a text, taken apart into lines, each with its line end. Put together
/// again, the four parts are the text.
///
/// @param open the line of dashes before it
/// @param lines the lines in it, of which one at least is an entry: a text can also begin with a ruled line
/// @param close the line of dashes or dots behind it
/// @param body the text behind that
public record FrontMatterBlock(String open, List<String> lines, String close, String body) {
    private static final String DASHES = "---";

    /// The front matter of this text, if it begins with one.
    public static Optional<FrontMatterBlock> of(String text) {
        var open = line(text, 0);
        if (!open.stripTrailing().equals(DASHES)) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        int at = open.length();
        while (at < text.length()) {
            var line = line(text, at);
            at += line.length();
            if (isEnd(line)) {
                return lines.stream()
                                .anyMatch(inside -> FrontMatterEntry.key(inside).isPresent())
                        ? Optional.of(new FrontMatterBlock(open, List.copyOf(lines), line, text.substring(at)))
                        : Optional.empty();
            }
            lines.add(line);
        }
        return Optional.empty();
    }

    private static boolean isEnd(String line) {
        var words = line.stripTrailing();
        return words.equals(DASHES) || words.equals("...");
    }

    private static String line(String text, int begin) {
        int end = text.indexOf('\n', begin);
        return text.substring(begin, end < 0 ? text.length() : end + 1);
    }

    /// The front matter with these lines in it; nothing where they say nothing.
    public String with(List<String> inside) {
        return inside.stream().allMatch(String::isBlank) ? "" : open + String.join("", inside) + close;
    }
}
