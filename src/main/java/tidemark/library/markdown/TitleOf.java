package tidemark.library.markdown;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import tidemark.library.records.Ids;

/// The title of a text that has none in its front matter: a heading at its very top, else the name of its file.
final class TitleOf {
    private static final Pattern HTML_HEADING =
            Pattern.compile("<h([1-3])\\b[^>]{0,500}>(.{0,2000}?)</h\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML_TAG = Pattern.compile("<[^>]{0,2000}>");
    private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}\\p{N}\\p{So}]");

    /// The id that Notion's export adds to the name of every file and folder.
    private static final Pattern NOTION_ID = Pattern.compile("(?<=\\S) [0-9a-f]{32}$");

    private TitleOf() {}

    /// The words of the heading, in Markdown or in HTML, that the text begins with. Pictures may stand before it.
    static Optional<String> heading(Node tree) {
        for (var node = tree.getFirstChild(); node != null; node = node.getNext()) {
            var words = switch (node) {
                case Heading heading -> MarkdownTree.words(heading);
                case HtmlBlock html -> htmlHeading(html);
                default -> "";
            };
            if (HAS_WORD.matcher(words).find()) {
                return Optional.of(Ids.collapsed(words));
            }
            if (isCode(node) || HAS_WORD.matcher(MarkdownTree.words(node)).find()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isCode(Node node) {
        return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    private static String htmlHeading(HtmlBlock html) {
        var heading = HTML_HEADING.matcher(html.getLiteral());
        return heading.find() ? HTML_TAG.matcher(heading.group(2)).replaceAll(" ") : "";
    }

    /// The name of a file without its ending, or of a folder, without the id that Notion added.
    static String name(String name) {
        return NOTION_ID.matcher(name).replaceFirst("");
    }

    /// The name of a file without its ending.
    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
