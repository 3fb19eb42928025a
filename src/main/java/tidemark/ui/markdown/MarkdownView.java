package tidemark.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A view of Markdown, drawn with JavaFX's own nodes: no browser, no script, nothing fetched.
public final class MarkdownView extends ScrollPane {
    private static final double MARGIN = 16;

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final VBox page = new VBox();
    private final IntConsumer onTask;
    private final TextAttachments attachments;

    /// An empty view.
    ///
    /// @param onTask receives the line, counted from 0, of a task that was clicked
    public MarkdownView(IntConsumer onTask) {
        this(onTask, TextAttachments.NONE);
    }

    /// An empty view.
    ///
    /// @param onTask receives the line, counted from 0, of a task that was clicked
    /// @param attachments the pictures that texts show
    public MarkdownView(IntConsumer onTask, TextAttachments attachments) {
        this.onTask = onTask;
        this.attachments = attachments;
        page.getStyleClass().add("markdown");
        page.setPadding(new Insets(MARGIN));
        page.addEventHandler(LinkClicked.TYPE, event -> {
            if (attachments.open(event.address())) {
                event.consume();
            }
        });
        setContent(page);
        setFitToWidth(true);
        getStyleClass().addAll("edge-to-edge", "markdown-view");
    }

    /// Shows this text; the scroll position is kept, and the keyboard focus stays on the task or link that has it.
    public void show(String markdown) {
        var place = getVvalue();
        var blocks = new Blocks(onTask, attachments);
        var focused = stops().indexOf(getScene() == null ? null : getScene().getFocusOwner());
        page.getChildren().setAll(blocks.of(parser.parse(markdown)));
        if (focused >= 0 && focused < stops().size()) {
            stops().get(focused).requestFocus();
        }
        setVvalue(place);
    }

    /// The tasks and links, in the order of the Tab key.
    private List<Node> stops() {
        var stops = new ArrayList<Node>();
        collect(page, stops);
        return stops;
    }

    private static void collect(Parent parent, List<Node> stops) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable()) {
                stops.add(child);
            } else if (child instanceof Parent inner) {
                collect(inner, stops);
            }
        }
    }
}
