package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tidemark.ui.conflicts.Piece.Take;
import tidemark.ui.typing.TypingHistories;

/// The pieces of a text: base, both versions and the result in four columns, or one below another where there is no
/// room. Only the rows in view are drawn.
final class PieceTable extends BorderPane implements PieceEdits.Table {
    private static final int COLUMNS = 4;

    /// The width in pixels from which four columns have room.
    private static final double WIDE = 720;

    private final Pieces pieces;
    private final PieceEdits edits;
    private final ListView<PieceRow> list = new ListView<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean isFolded = true;

    /// A table of these pieces, on the first one that a person has to choose for.
    ///
    /// @param headings the headings of base, mine, theirs and the result
    /// @param names the labels of what can be taken
    /// @param typing the histories of what is typed into pieces
    PieceTable(Pieces pieces, List<String> headings, Map<Take, String> names, TypingHistories typing) {
        this.pieces = pieces;
        this.edits = new PieceEdits(this, names, typing);
        getStyleClass().add("pieces");
        list.setId("pieces");
        list.getStyleClass().addAll("edge-to-edge", "piece-rows");
        list.setAccessibleText(text("conflict.pieces"));
        list.setCellFactory(_ -> new PieceCell(edits, headings));
        list.getItems().setAll(PieceRow.of(pieces, true));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.getSelectionModel().selectedIndexProperty().subscribe(_ -> listeners.forEach(Runnable::run));
        edits.onChange(_ -> listeners.forEach(Runnable::run));
        setTop(header(headings));
        setCenter(list);
        widthProperty().subscribe(width -> edits.hasColumns().set(width.doubleValue() >= WIDE));
        edits.hasColumns().subscribe(_ -> list.refresh());
        begin();
    }

    private void begin() {
        var changed = pieces.changed();
        changed.stream()
                .filter(Piece::isDisputed)
                .findFirst()
                .or(() -> changed.stream().findFirst())
                .ifPresent(this::show);
    }

    /// The headings, as wide as the rows, which a scroll bar may stand beside.
    private Node header(List<String> headings) {
        var styles = List.of("base", "mine", "theirs", "result");
        var grid = new GridPane();
        grid.getColumnConstraints().setAll(PieceCell.columns());
        for (int i = 0; i < COLUMNS; i++) {
            var heading = new Label(headings.get(i));
            heading.setId("heading-" + styles.get(i));
            heading.setWrapText(true);
            heading.getStyleClass().addAll("text-caption", "conflict-column", styles.get(i));
            grid.add(heading, i, 0);
        }
        grid.setMinWidth(0);
        grid.prefWidthProperty().bind(edits.rowWidth());
        grid.setMaxWidth(Region.USE_PREF_SIZE);
        var header = new HBox(grid);
        header.getStyleClass().add("piece-header");
        header.setMinWidth(0);
        header.visibleProperty().bind(edits.hasColumns());
        header.managedProperty().bind(edits.hasColumns());
        return header;
    }

    private void press(KeyEvent event) {
        var isPlain = !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        if (isPlain && event.getTarget().equals(list) && (event.getCode() == KeyCode.ENTER || isEdit(event))) {
            Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::activate);
            event.consume();
        }
    }

    private static boolean isEdit(KeyEvent event) {
        return event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.SPACE;
    }

    @Override
    public void activate(PieceRow row) {
        switch (row) {
            case PieceRow.Folded folded -> unfold(folded);
            case PieceRow.Head(var piece, var _, var _) -> rowOf(piece).ifPresent(this::edit);
            case PieceRow.Lines lines -> edit(lines);
        }
    }

    private void unfold(PieceRow.Folded folded) {
        var place = list.getItems().indexOf(folded);
        list.getItems().remove(place);
        list.getItems().addAll(place, folded.unfolded());
        list.getSelectionModel().clearAndSelect(place);
        list.requestFocus();
    }

    /// Unfolds all unchanged lines, or folds them again.
    void toggleFolds() {
        isFolded = !isFolded;
        edits.end();
        redraw();
    }

    /// Draws the rows again after the result was replaced.
    void redraw() {
        var shown = current();
        list.getItems().setAll(PieceRow.of(pieces, isFolded));
        shown.ifPresent(this::show);
        listeners.forEach(Runnable::run);
    }

    private Optional<PieceRow> rowOf(Piece piece) {
        return list.getItems().stream()
                .filter(row -> row instanceof PieceRow.Lines && row.first().equals(piece))
                .findFirst();
    }

    /// Edits the lines of the current piece in the result.
    void edit() {
        current().flatMap(this::rowOf).ifPresent(this::edit);
    }

    private void edit(PieceRow row) {
        list.getSelectionModel().select(row);
        edits.begin(row);
    }

    @Override
    public void focusRows() {
        list.requestFocus();
    }

    /// Takes a text for the current piece.
    void take(Take take) {
        current().filter(piece -> piece.isDisputed() || take != Take.BOTH).ifPresent(piece -> edits.take(piece, take));
    }

    /// Calls `listener` when the current piece or the result is another.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Goes to the next changed piece, or to the one before.
    void step(int by) {
        var changed = pieces.changed();
        if (!changed.isEmpty()) {
            show(changed.get(Math.floorMod(number() - 1 + by, changed.size())));
        }
    }

    /// The number of the current piece among the changed ones, or of the last one before it; counted from 1.
    int number() {
        var place = current().map(pieces.all()::indexOf).orElse(-1);
        return (int)
                pieces.all().stream().limit(place + 1L).filter(Piece::isChanged).count();
    }

    /// The piece that the keyboard acts on.
    Optional<Piece> current() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(PieceRow::first);
    }

    @Override
    public void show(Piece piece) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).first().equals(piece)) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 1));
                return;
            }
        }
    }
}
