package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;
import tidemark.ui.conflicts.Piece.Take;

/// A row of the table of pieces, drawn while it is in view.
final class PieceCell extends ListCell<PieceRow> {
    private static final double CAPTION_WIDTH = 150;

    /// The columns.
    private enum Side {
        BASE,
        MINE,
        THEIRS,
        RESULT
    }

    private final PieceEdits edits;
    private final Map<Side, String> headings = new EnumMap<>(Side.class);
    private Optional<Region> content = Optional.empty();

    PieceCell(PieceEdits edits, List<String> headings) {
        this.edits = edits;
        for (int i = 0; i < Side.values().length; i++) {
            this.headings.put(Side.values()[i], headings.get(i));
        }
        getStyleClass().add("piece-row");
        setPrefWidth(0);
        edits.onChange(this::drawIf);
        widthProperty().subscribe(width -> {
            if (getItem() != null && width.doubleValue() > 0) {
                edits.rowWidth().set(width.doubleValue());
            }
        });
        setOnMouseClicked(event -> {
            if (getItem() instanceof PieceRow.Folded folded) {
                edits.table().activate(folded);
                event.consume();
            }
        });
    }

    private void drawIf(Piece changed) {
        if (getItem() != null && getItem().first().equals(changed) && !isTyping()) {
            draw(getItem());
        }
    }

    /// Whether the person is typing here; drawing would take the caret away.
    private boolean isTyping() {
        return edits.isEdited(getItem()) && lookup(".piece-editor") != null;
    }

    @Override
    protected void updateItem(PieceRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            content = Optional.empty();
            setGraphic(null);
        } else if (!isTyping()) {
            draw(row);
        }
    }

    private void draw(PieceRow row) {
        var drawn = switch (row) {
            case PieceRow.Head head -> new PieceHead(edits, head);
            case PieceRow.Folded folded -> folded(folded);
            case PieceRow.Lines lines -> edits.hasColumns().get() ? inColumns(lines) : below(lines);
        };
        content = Optional.of(drawn);
        setGraphic(drawn);
        if (edits.isEdited(row) && isVisible()) { // a cell kept for later use is not
            Optional.ofNullable(lookup(".piece-editor")).ifPresent(Node::requestFocus);
        }
        edits.rowWidth().set(Math.max(getWidth(), 0));
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.map(drawn -> drawn.prefHeight(width > 0 ? width : getWidth()))
                .orElseGet(() -> super.computePrefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        content.ifPresent(drawn -> drawn.resizeRelocate(0, 0, getWidth(), getHeight()));
    }

    private static Region folded(PieceRow.Folded folded) {
        var words = new Label(text("conflict.unchanged", folded.lines()), Icons.icon(Feather.CHEVRON_DOWN));
        words.getStyleClass().add("piece-fold");
        return new StackPane(words);
    }

    /// The columns of base, both versions and the result.
    static List<ColumnConstraints> columns() {
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / Side.values().length);
        return Collections.nCopies(Side.values().length, column);
    }

    private Region inColumns(PieceRow.Lines row) {
        var grid = new GridPane();
        grid.getColumnConstraints().setAll(columns());
        grid.addRow(0, Stream.of(Side.values()).map(side -> cell(row, side)).toArray(Node[]::new));
        return grid;
    }

    /// The versions that changed the lines, one below another, each beside its name.
    private Region below(PieceRow.Lines row) {
        var grid = new GridPane();
        var caption = new ColumnConstraints(CAPTION_WIDTH);
        var lines = new ColumnConstraints();
        lines.setHgrow(Priority.ALWAYS);
        lines.setFillWidth(true);
        grid.getColumnConstraints().setAll(caption, lines);
        for (var side : Side.values()) {
            if (isShown(row.piece(), side)) {
                var name = new Label(row.piece().isChanged() ? headings.getOrDefault(side, "") : "");
                name.setWrapText(true);
                name.setMaxHeight(Double.MAX_VALUE);
                name.getStyleClass().addAll("text-caption", "piece-caption", style(side));
                grid.addRow(grid.getRowCount(), name, cell(row, side));
            }
        }
        return grid;
    }

    private static boolean isShown(Piece piece, Side side) {
        var base = piece.hunk().base();
        return switch (side) {
            case RESULT -> true;
            case BASE -> piece.isChanged();
            case MINE -> !piece.hunk().mine().equals(base);
            case THEIRS -> !piece.hunk().theirs().equals(base);
        };
    }

    private Node cell(PieceRow.Lines row, Side side) {
        var hunk = row.piece().hunk();
        return switch (side) {
            case BASE -> framed(MarkedText.plain(part(row, Take.BASE)), side, false);
            case MINE -> version(row, Take.MINE, side, !hunk.mine().equals(hunk.base()));
            case THEIRS -> version(row, Take.THEIRS, side, !hunk.theirs().equals(hunk.base()));
            case RESULT -> result(row);
        };
    }

    private static Node version(PieceRow.Lines row, Take version, Side side, boolean isChanged) {
        var lines = part(row, version);
        var words = isChanged ? MarkedText.changed(part(row, Take.BASE), lines) : MarkedText.plain(lines);
        return framed(words, side, isChanged);
    }

    private static String part(PieceRow.Lines row, Take version) {
        return String.join("", ShownLines.part(row.piece().lines(version), row.part(), row.parts()));
    }

    private static StackPane framed(Node words, Side side, boolean isChanged) {
        var frame = new StackPane(words);
        frame.getStyleClass().addAll("piece-cell", style(side), isChanged ? "changed" : "unchanged");
        return frame;
    }

    private static String style(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /// The lines in the result: a click or a key edits them.
    private Node result(PieceRow.Lines row) {
        var piece = row.piece();
        var base = part(row, Take.BASE);
        var lines = String.join("", ShownLines.part(piece.lines(), row.part(), row.parts()));
        if (edits.isEdited(row)) {
            var edited = framed(new PieceEditor(edits, row, lines), Side.RESULT, true);
            edited.getStyleClass().add("edited");
            return edited;
        }
        var isChanged = piece.isChanged() || piece.taken() == Take.TYPED;
        var words = isChanged ? MarkedText.changed(base, lines) : MarkedText.plain(lines);
        var frame = framed(words, Side.RESULT, isChanged);
        frame.getStyleClass().add("taken-" + piece.taken().name().toLowerCase(Locale.ROOT));
        frame.setOnMouseClicked(event -> {
            edits.table().activate(row);
            event.consume();
        });
        return frame;
    }
}
