package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import tidemark.ui.markdown.MarkdownView;

/// Base, both versions and the result as Markdown: beside each other, or two by two where there is no room.
final class PreviewPane extends GridPane {
    private static final double WIDE = 900;
    private static final List<String> STYLES = List.of("base", "mine", "theirs", "result");

    /// The longest text that is drawn: drawing is done while the window waits.
    private static final int MAX_LINES = 1_000;

    private static final int MAX_LENGTH = 100_000;

    private final Pieces pieces;
    private final List<Node> views;

    PreviewPane(Pieces pieces, List<String> headings, PieceTable table) {
        this.pieces = pieces;
        getStyleClass().add("conflict-previews");
        views = List.of(
                view(headings, 0, version(0)),
                view(headings, 1, version(1)),
                view(headings, 2, version(2)),
                view(headings, 3, pieces.text()));
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE ? 4 : 2));
        table.onChange(() -> ((BorderPane) views.getLast()).setCenter(drawn(pieces.text())));
    }

    /// The text of the base, of mine or of theirs.
    private String version(int side) {
        return pieces.all().stream()
                .map(Piece::hunk)
                .map(hunk -> switch (side) {
                    case 0 -> hunk.base();
                    case 1 -> hunk.mine();
                    default -> hunk.theirs();
                })
                .map(lines -> String.join("", lines))
                .collect(Collectors.joining());
    }

    private static Node view(List<String> headings, int side, String markdown) {
        var heading = new Label(headings.get(side));
        heading.getStyleClass().addAll("text-caption", "conflict-column", STYLES.get(side));
        var pane = new BorderPane(drawn(markdown));
        pane.setTop(heading);
        pane.setId("preview-" + STYLES.get(side));
        pane.setMinSize(0, 0);
        pane.getStyleClass().add("conflict-preview");
        return pane;
    }

    private static Node drawn(String markdown) {
        if (markdown.length() > MAX_LENGTH || markdown.lines().count() > MAX_LINES) {
            var words = new Label(text("conflict.preview.long", MAX_LINES));
            words.setWrapText(true);
            words.getStyleClass().add("text-muted");
            return new StackPane(words);
        }
        var view = new MarkdownView(_ -> {});
        view.show(markdown);
        return view;
    }

    private void arrange(int columns) {
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        var row = new RowConstraints();
        row.setPercentHeight(100.0 * columns / views.size());
        getColumnConstraints().setAll(Collections.nCopies(columns, column));
        getRowConstraints().setAll(Collections.nCopies(views.size() / columns, row));
        getChildren().clear();
        for (int i = 0; i < views.size(); i++) {
            add(views.get(i), i % columns, i / columns);
        }
    }
}
