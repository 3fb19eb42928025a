package tidemark.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// The rendering of Markdown blocks as JavaFX nodes.
final class Blocks {
    private static final int MAX_BLOCKS = 2_000;
    private static final double LETTER_WIDTH = 8.4;
    private static final double BOLD_LETTER_WIDTH = 11;
    private static final double CELL_PADDING = 21;
    private static final int MAX_WORD_LENGTH = 18;

    private final IntConsumer onTask;
    private final Inlines inlines;
    private int drawn;

    Blocks(IntConsumer onTask, TextAttachments attachments) {
        this.onTask = onTask;
        this.inlines = new Inlines(attachments);
    }

    /// The children of this block, one node each. A text without end is cut, so that drawing it never blocks
    /// the window.
    List<javafx.scene.Node> of(Node parent) {
        var nodes = new ArrayList<javafx.scene.Node>();
        for (var child = parent.getFirstChild(); child != null && drawn < MAX_BLOCKS; child = child.getNext()) {
            drawn++;
            nodes.add(block(child));
        }
        return nodes;
    }

    private javafx.scene.Node block(Node block) {
        return switch (block) {
            case Heading heading -> inlines.flow(heading, "h" + heading.getLevel());
            case Paragraph paragraph -> inlines.flow(paragraph, "paragraph");
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case BlockQuote quote -> box("quote", of(quote));
            case ListBlock list -> list(list);
            case TableBlock table -> table(table);
            case ThematicBreak _ -> new Separator();
            case HtmlBlock html -> code(html.getLiteral());
            case Node other -> box("block", of(other));
        };
    }

    private static VBox box(String style, List<javafx.scene.Node> children) {
        var box = new VBox();
        box.getStyleClass().add(style);
        box.getChildren().setAll(children);
        return box;
    }

    private static javafx.scene.Node code(String text) {
        var label = new Label(text.stripTrailing());
        label.getStyleClass().add("code-block");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private javafx.scene.Node list(ListBlock list) {
        var items = new ArrayList<javafx.scene.Node>();
        var number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (var child = list.getFirstChild(); child instanceof ListItem item; child = child.getNext()) {
            items.add(item(item, list instanceof BulletList ? "•" : number++ + "."));
        }
        return box("list", items);
    }

    private javafx.scene.Node item(ListItem item, String marker) {
        var task = task(item);
        var body = box("item", List.of());
        HBox.setHgrow(body, Priority.ALWAYS);
        var front = task == TaskItems.State.NONE ? marker(marker) : checkBox(item, task);
        front.setAccessibleText(task == TaskItems.State.NONE ? null : name(item));
        body.getChildren().setAll(of(item));
        var line = new HBox(front, body);
        line.getStyleClass().add("item-line");
        return line;
    }

    /// The name of a task: its own words, without those of what is nested in it.
    private static String name(ListItem task) {
        return Inlines.words(task.getFirstChild());
    }

    /// The state of the item as a task; takes the brackets of a task out of the text.
    private static TaskItems.State task(ListItem item) {
        if (!(item.getFirstChild() instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof Text text)) {
            return TaskItems.State.NONE;
        }
        var state = TaskItems.of(text.getLiteral());
        if (state != TaskItems.State.NONE) {
            text.setLiteral(text.getLiteral().substring(3).stripLeading());
        }
        return state;
    }

    private static Label marker(String text) {
        var marker = new Label(text);
        marker.getStyleClass().add("marker");
        marker.setMinWidth(Region.USE_PREF_SIZE);
        return marker;
    }

    private CheckBox checkBox(ListItem item, TaskItems.State state) {
        var box = new CheckBox();
        box.setSelected(state == TaskItems.State.DONE);
        box.getStyleClass().add("task");
        var spans = item.getSourceSpans();
        if (!spans.isEmpty()) {
            var line = spans.getFirst().getLineIndex();
            box.setOnAction(_ -> onTask.accept(line));
        }
        return box;
    }

    private javafx.scene.Node table(TableBlock table) {
        var grid = new GridPane();
        grid.getStyleClass().add("table");
        int row = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
                row(grid, line, row++);
            }
        }
        return grid;
    }

    /// The approximate width of the longest word in pixels, so that no column breaks its words, up to a limit.
    private static double widthOfWords(TableCell cell) {
        int longest = 0;
        for (var child = cell.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                longest = Math.max(
                        longest,
                        Stream.of(text.getLiteral().split(" "))
                                .mapToInt(String::length)
                                .max()
                                .orElse(0));
            }
        }
        return CELL_PADDING + Math.min(longest, MAX_WORD_LENGTH) * (cell.isHeader() ? BOLD_LETTER_WIDTH : LETTER_WIDTH);
    }

    private void row(GridPane grid, Node line, int row) {
        int column = 0;
        for (var child = line.getFirstChild(); child instanceof TableCell cell; child = child.getNext()) {
            var flow = inlines.flow(cell, cell.isHeader() ? "table-head" : "table-cell");
            flow.setMinWidth(widthOfWords(cell));
            GridPane.setHgrow(flow, Priority.SOMETIMES);
            grid.add(flow, column++, row);
        }
    }
}
