package tidemark.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/// The rendering of the text inside a Markdown block as runs of styled text.
final class Inlines {
    private final TextAttachments attachments;

    /// @param attachments the pictures of the text
    Inlines(TextAttachments attachments) {
        this.attachments = attachments;
    }

    TextFlow flow(Node block, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add(style);
        add(flow, block, List.of());
        return flow;
    }

    private void add(TextFlow flow, Node parent, List<String> styles) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> run(flow, text.getLiteral(), styles);
                case Code code -> run(flow, code.getLiteral(), with(styles, "code"));
                case SoftLineBreak _ -> run(flow, " ", styles);
                case HardLineBreak _ -> run(flow, "\n", styles);
                case HtmlInline html -> run(flow, html.getLiteral(), styles);
                case Emphasis emphasis -> add(flow, emphasis, with(styles, "emphasis"));
                case StrongEmphasis strong -> add(flow, strong, with(styles, "strong"));
                case Strikethrough struck -> add(flow, struck, with(styles, "struck"));
                case Link link -> link(flow, link, styles);
                case Image image -> image(flow, image);
                case Node other -> add(flow, other, styles);
            }
        }
    }

    private void link(TextFlow flow, Link link, List<String> styles) {
        var first = flow.getChildren().size();
        add(flow, link, with(styles, "link"));
        var runs =
                List.copyOf(flow.getChildren().subList(first, flow.getChildren().size()));
        LinkRuns.install(runs, words(link), link.getDestination());
    }

    /// Adds a place for an image: its words, or the name of its file where it has none, until it can be drawn.
    private void image(TextFlow flow, Image image) {
        var words = words(image);
        var file = image.getDestination().replaceFirst(".*/(?=.)", "");
        var place = new ImagePlace(flow, words.isBlank() ? file : words, image.getDestination());
        place.show(attachments.picture(image.getDestination()));
        flow.getChildren().add(place);
    }

    /// The words of a piece of text, without marks.
    static String words(Node parent) {
        var words = new StringBuilder();
        parent.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
            }
        });
        return words.toString();
    }

    private static void run(TextFlow flow, String text, List<String> styles) {
        var run = new Text(text);
        run.getStyleClass().add("run");
        run.getStyleClass().addAll(styles);
        flow.getChildren().add(run);
    }

    private static List<String> with(List<String> styles, String more) {
        var all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }
}
