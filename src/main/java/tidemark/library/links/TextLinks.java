package tidemark.library.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import tidemark.library.links.TextLink.Form;
import tidemark.library.links.TextLink.Show;

/// The finder of the links in a Markdown text: of Markdown itself, of wikis, and of HTML. Code has none.
public final class TextLinks extends AbstractVisitor {
    private static final int DEEPEST = 100;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Pattern WIKI =
            Pattern.compile("(!?)\\[\\[([^\\[\\]|#^\\n\\\\]++)(?:[\\\\|#^][^\\[\\]\\n]*+)?+]]");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<![\\w-])(src|href)\\s{0,9}=\\s{0,9}(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'=<>`]++))",
            Pattern.CASE_INSENSITIVE);
    private static final String COMMENT = "<!--";

    /// A part of the text.
    private record Range(int begin, int end) {
        /// The part that the node was read from; empty where the parser did not note it.
        static Optional<Range> of(Node node) {
            var spans = node.getSourceSpans();
            return spans.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Range(
                            spans.getFirst().getInputIndex(),
                            spans.getLast().getInputIndex() + spans.getLast().getLength()));
        }
    }

    private final String text;
    private final List<TextLink> links = new ArrayList<>();
    private final List<Range> code = new ArrayList<>();

    private TextLinks(String text) {
        this.text = text;
    }

    /// The links in a text, in their order.
    public static List<TextLink> in(String text) {
        if (text.indexOf('[') < 0 && text.indexOf('<') < 0) {
            return List.of();
        }
        var finder = new TextLinks(text);
        PARSER.parse(text).accept(finder);
        finder.findWikiLinks();
        finder.links.sort(Comparator.comparingInt(TextLink::begin));
        return finder.links;
    }

    @Override
    public void visit(Link link) {
        inline(link, link.getDestination(), Show.BEHIND_CLICK);
    }

    @Override
    public void visit(Image image) {
        inline(image, image.getDestination(), Show.IN_TEXT);
    }

    /// Adds a link whose target stands behind its words. One that names a definition has its target there.
    private void inline(Node node, String target, Show show) {
        Range.of(node).ifPresent(range -> {
            int words = Optional.ofNullable(node.getLastChild())
                    .flatMap(Range::of)
                    .map(Range::end)
                    .orElse(text.indexOf('[', range.begin()) + 1);
            if (text.startsWith("](", words)) {
                add(target, show, words + 2);
            }
        });
        visitChildren(node);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        Range.of(definition).ifPresent(range -> {
            int at = range.begin() + 1;
            while (at < range.end() && text.charAt(at) != ']') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            if (text.startsWith("]:", at)) {
                add(definition.getDestination(), Show.BEHIND_CLICK, at + 2);
            }
        });
    }

    private void add(String target, Show show, int from) {
        var place = Written.target(text, from);
        if (text.startsWith("\n", from) && text.startsWith(">", place.begin())) {
            place = Written.target(text, place.begin() + 1); // the mark of a quotation, at the begin of its next line
        }
        links.add(new TextLink(Form.MARKDOWN, show, target, place.begin(), place.end()));
    }

    @Override
    public void visit(HtmlInline html) {
        Range.of(html).ifPresent(this::attributes);
    }

    @Override
    public void visit(HtmlBlock html) {
        Range.of(html).ifPresent(range -> {
            attributes(range);
            code.add(range);
        });
    }

    private void attributes(Range range) {
        if (text.startsWith(COMMENT, range.begin())) {
            return;
        }
        var attribute = ATTRIBUTE.matcher(text).region(range.begin(), range.end());
        while (attribute.find()) {
            int group = attribute.group(2) != null ? 2 : attribute.group(3) != null ? 3 : 4;
            var show = attribute.group(1).equalsIgnoreCase("src") ? Show.IN_TEXT : Show.BEHIND_CLICK;
            var target = Written.plain(attribute.group(group));
            links.add(new TextLink(Form.HTML, show, target, attribute.start(group), attribute.end(group)));
        }
    }

    @Override
    public void visit(Code node) {
        Range.of(node).ifPresent(code::add);
    }

    @Override
    public void visit(FencedCodeBlock node) {
        Range.of(node).ifPresent(code::add);
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        Range.of(node).ifPresent(code::add);
    }

    private void findWikiLinks() {
        var link = WIKI.matcher(text);
        code.sort(Comparator.comparingInt(Range::begin));
        int next = 0;
        while (link.find()) {
            while (next < code.size() && code.get(next).end() <= link.start()) {
                next++;
            }
            if (next == code.size() || code.get(next).begin() > link.start()) {
                var show = link.group(1).isEmpty() ? Show.BEHIND_CLICK : Show.IN_TEXT;
                links.add(new TextLink(Form.WIKI, show, link.group(2), link.start(2), link.end(2)));
            }
        }
    }
}
