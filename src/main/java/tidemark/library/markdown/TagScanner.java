package tidemark.library.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// The tags in a Markdown text, as Obsidian and Bear find them: `#word`, `#a/b`, `#🌱`, `#two words#`.
///
/// A tag begins the line or follows white space, and ends at white space and at all punctuation but `_`, `-`
/// and `/`. One letter, emoji or underscore is in it at least: `#123` is the number of something. What
/// stands in code, links and HTML is none, and a colour where a style sheet would have it is none.
final class TagScanner extends MarkdownTree.Words {
    private static final String EMOJI = "\\p{So}\\p{Sk}\u200d\\x{e0020}-\\x{e007f}";
    private static final String FIRST = "[\\p{L}\\p{N}\\p{M}_" + EMOJI + "]";
    private static final Pattern TAG = Pattern.compile("(?<!\\S)#(" + FIRST + "[\\p{L}\\p{N}\\p{M}_/" + EMOJI + "-]*)");

    /// Bear's tag of several words, closed by a second `#`. A last word of one letter is none: `#music and C#`.
    private static final Pattern WORDS = Pattern.compile(
            "(?<!\\S)#(" + FIRST + "[^#\\n`]{0,60}[\\p{L}\\p{N}\\p{M}" + EMOJI
                    + "])(?<!\\s\\p{L})#(?=$|[\\s\\p{P}&&[^#]])",
            Pattern.MULTILINE);
    private static final Pattern NAMES = Pattern.compile("[\\p{L}_\\p{So}]");

    private static final Pattern HEX = Pattern.compile("(?i)[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?i)(?=.*\\d)[0-9a-f]{6,8}");
    private static final Pattern STYLED =
            Pattern.compile("(?i)(?:colou?rs?|background|border|fill|stroke|shadow|gradient)[\\w-]*\\s*[:=(]?\\s*$");
    private static final int BEFORE = 40;
    private static final int LONGEST = 100;
    private static final String NO_TAG = "`";

    private TagScanner() {
        super(new StringBuilder());
    }

    /// The tags in a text, without their marks, in order and possibly twice.
    static List<String> tags(String markdown) {
        // A hash behind a backslash is a hash; the tree does not tell the two apart.
        return markdown.indexOf('#') < 0 ? List.of() : tags(MarkdownTree.of(markdown.replace("\\#", NO_TAG)));
    }

    private static List<String> tags(Node tree) {
        var scanner = new TagScanner();
        tree.accept(scanner);
        var text = scanner.text.toString();
        var tags = new ArrayList<String>();
        var tag = TAG.matcher(text);
        var words = WORDS.matcher(text);
        int at = 0;
        while (tag.find(at)) {
            var isWords = words.region(tag.start(), text.length())
                    .useTransparentBounds(true)
                    .lookingAt();
            var name = (isWords ? words : tag).group(1).replaceFirst("[/-]+$", "");
            at = isWords ? words.end() : tag.end();
            if (name.length() <= LONGEST && NAMES.matcher(name).find() && !isColour(text, tag.start(), name, at)) {
                tags.add(name);
            }
        }
        return tags;
    }

    /// Whether it is clearly a colour: six or eight digits that are no word, or any in the place of one.
    private static boolean isColour(String text, int begin, String name, int end) {
        return HEX.matcher(name).matches()
                && (LONG_NUMBER.matcher(name).matches()
                        || text.startsWith(";", end)
                        || STYLED.matcher(text.substring(Math.max(0, begin - BEFORE), begin))
                                .find());
    }

    @Override
    public void visit(Code code) {
        text.append(NO_TAG);
    }

    @Override
    public void visit(Link link) {
        text.append(NO_TAG);
    }
}
