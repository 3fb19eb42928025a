package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import tidemark.library.records.Ids;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;

/// A Markdown file as a project: its details and the names of its labels.
///
/// The title is that of the front matter, else the first heading, else the file's name. Tags in the text become labels,
/// but not those in code, links and HTML.
record MarkdownDocument(ProjectDetails details, List<String> labels, boolean hasBrokenFrontMatter) {
    private static final int DEEPEST = 100;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final int LONGEST_TITLE = 200;
    private static final Pattern HTML_HEADING =
            Pattern.compile("<h([1-3])\\b[^>]{0,500}>(.{0,2000}?)</h\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML_TAG = Pattern.compile("<[^>]{0,2000}>");
    private static final Pattern TAG =
            Pattern.compile("(?<!\\S)#([\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_/-]{0,60})(?=$|[\\s.,;:!?)\\]])");
    private static final Pattern HAS_LETTER = Pattern.compile("\\p{L}");
    private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern COLOUR = Pattern.compile("(?i)[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8}");

    static MarkdownDocument of(Path file, String markdown) {
        var front = FrontMatter.of(markdown);
        var tree = PARSER.parse(front.body());
        var title = front.title().or(() -> heading(tree)).orElseGet(() -> name(file));
        var details = new ProjectDetails(
                shortened(title), front.text(), front.status().orElse(Status.IDEA), false, front.due());
        var labels = new ArrayList<>(front.labels());
        labels.addAll(tags(tree));
        return new MarkdownDocument(details, distinct(labels), front.isBroken());
    }

    private static List<String> distinct(List<String> labels) {
        var byName = new LinkedHashMap<String, String>();
        labels.forEach(label -> byName.putIfAbsent(Ids.normalised(label), label));
        return List.copyOf(byName.values());
    }

    /// The text of the first heading that has words, in Markdown or in HTML.
    private static Optional<String> heading(Node tree) {
        for (var node = tree.getFirstChild(); node != null; node = node.getNext()) {
            var text = switch (node) {
                case Heading heading -> text(heading);
                case HtmlBlock html -> htmlHeading(html);
                default -> "";
            };
            if (HAS_WORD.matcher(text).find()) {
                return Optional.of(Ids.collapsed(text));
            }
        }
        return Optional.empty();
    }

    private static String htmlHeading(HtmlBlock html) {
        var heading = HTML_HEADING.matcher(html.getLiteral());
        return heading.find() ? HTML_TAG.matcher(heading.group(2)).replaceAll(" ") : "";
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new Words(text));
        return text.toString();
    }

    private static List<String> tags(Node tree) {
        var text = new StringBuilder();
        tree.accept(new Words(text) {
            @Override
            public void visit(Code code) {
                text.append('`');
            }

            @Override
            public void visit(Link link) {
                text.append('`');
            }
        });
        return TAG.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(tag -> HAS_LETTER.matcher(tag).find())
                .filter(tag -> !COLOUR.matcher(tag).matches())
                .toList();
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ImportScan.ending(file).length() - 1);
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    /// A collector of the words that a reader would read; pictures and HTML have none.
    private static class Words extends AbstractVisitor {
        private final StringBuilder text;

        Words(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append('\n');
        }

        @Override
        public void visit(Image image) {}

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof org.commonmark.node.Block) {
                text.append('\n');
            }
        }
    }
}
