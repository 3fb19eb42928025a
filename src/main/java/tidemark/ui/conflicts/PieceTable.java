package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import tidemark.ui.conflicts.Piece.Take;

/// The pieces of a text: base, both versions and the result in four columns, or one below another where there is no
/// room. Only the rows in view are drawn.
final class PieceTable extends BorderPane {
    private static final int COLUMNS = 4;

    /// The width in pixels from which four columns have room.
    private static final double WIDE = 720;

    private final Pieces pieces;
    private final Map<Take, String> names;
    private final ListView<PieceRow> list = new ListView<>();
    private final BooleanProperty hasColumns = new SimpleBooleanProperty(true);
    private final DoubleProperty rowWidth = new SimpleDoubleProperty();
    private final List<Consumer<Piece>> cells = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<PieceRow> edited = Optional.empty();
    private boolean isFolded = true;

    /// A table of these pieces, on the first one that a person has to choose for.
    ///
    /// @param headings the headings of base, mine, theirs and the result
    /// @param names the labels of what can be taken
    PieceTable(Pieces pieces, List<String> headings, Map<Take, String> names) {
        this.pieces = pieces;
        this.names = names;
        getStyleClass().add("pieces");
        list.setId("pieces");
        list.getStyleClass().addAll("edge-to-edge", "piece-rows");
        list.setAccessibleText(text("conflict.pieces"));
        list.setCellFactory(_ -> new PieceCell(this, headings));
        list.getItems().setAll(PieceRow.of(pieces, true));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.getSelectionModel().selectedIndexProperty().subscribe(_ -> listeners.forEach(Runnable::run));
        setTop(header(headings));
        setCenter(list);
        widthProperty().subscribe(width -> hasColumns.set(width.doubleValue() >= WIDE));
        hasColumns.subscribe(_ -> list.refresh());
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

    static List<ColumnConstraints> columns() {
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / COLUMNS);
        return List.of(column, column, column, column);
    }

    /// The headings, as wide as the rows, which a scroll bar may stand beside.
    private Node header(List<String> headings) {
        var styles = List.of("base", "mine", "theirs", "result");
        var grid = new GridPane();
        grid.getColumnConstraints().setAll(columns());
        for (int i = 0; i < COLUMNS; i++) {
            var heading = new Label(headings.get(i));
            heading.setId("heading-" + styles.get(i));
            heading.setWrapText(true);
            heading.getStyleClass().addAll("text-caption", "conflict-column", styles.get(i));
            grid.add(heading, i, 0);
        }
        grid.setMinWidth(0);
        grid.prefWidthProperty().bind(rowWidth);
        grid.setMaxWidth(Region.USE_PREF_SIZE);
        var header = new HBox(grid);
        header.getStyleClass().add("piece-header");
        header.setMinWidth(0);
        header.visibleProperty().bind(hasColumns);
        header.managedProperty().bind(hasColumns);
        return header;
    }

    private void press(KeyEvent event) {
        var isPlain = !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
        if (isPlain && event.getTarget() == list && (event.getCode() == KeyCode.ENTER || isEdit(event))) {
            Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::activate);
            event.consume();
        }
    }

    private static boolean isEdit(KeyEvent event) {
        return event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.SPACE;
    }

    /// Unfolds what the row hides, or edits its lines.
    void activate(PieceRow row) {
        switch (row) {
            case PieceRow.Folded folded -> unfold(folded);
            case PieceRow.Head(var piece, var _, var _) -> edit(rowOf(piece));
            case PieceRow.Lines lines -> edit(Optional.of(lines));
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
        edited = Optional.empty();
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
                .filter(row -> row instanceof PieceRow.Lines && row.first() == piece)
                .findFirst();
    }

    /// Edits the lines of the current piece in the result.
    void edit() {
        current().flatMap(this::rowOf).ifPresent(row -> edit(Optional.of(row)));
    }

    private void edit(Optional<PieceRow> row) {
        var before = edited;
        edited = row;
        before.ifPresent(left -> tell(left.first()));
        row.ifPresent(begun -> {
            list.getSelectionModel().select(begun);
            tell(begun.first());
        });
    }

    /// Whether the lines of this row are being edited.
    boolean isEdited(PieceRow row) {
        return edited.filter(row::equals).isPresent();
    }

    /// Ends the edit of a row; all that was typed is in the result.
    void endEdit(PieceRow row) {
        if (isEdited(row)) {
            edited = Optional.empty();
            tell(row.first());
        }
    }

    /// Moves the keyboard focus to the rows.
    void focusRows() {
        list.requestFocus();
    }

    /// Takes a text for a piece.
    void take(Piece piece, Take take) {
        piece.take(take);
        edited = edited.filter(row -> row.first() != piece);
        show(piece);
        tell(piece);
    }

    /// Takes a text for the current piece.
    void take(Take take) {
        current().filter(piece -> piece.isDisputed() || take != Take.BOTH).ifPresent(piece -> take(piece, take));
    }

    /// Has the rows of a piece drawn again.
    void tell(Piece piece) {
        List.copyOf(cells).forEach(cell -> cell.accept(piece));
        listeners.forEach(Runnable::run);
    }

    /// Calls `cell` with each piece that changed.
    void onChange(Consumer<Piece> cell) {
        cells.add(cell);
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
        return (int) pieces.all().stream()
                .limit(place + 1L)
                .filter(Piece::isChanged)
                .count();
    }

    /// The piece that the keyboard acts on.
    Optional<Piece> current() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(PieceRow::first);
    }

    private void show(Piece piece) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).first() == piece) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 1));
                return;
            }
        }
    }

    String name(Take take) {
        return names.getOrDefault(take, "");
    }

    boolean hasColumns() {
        return hasColumns.get();
    }

    /// The width of a row, which the headings follow.
    DoubleProperty rowWidth() {
        return rowWidth;
    }
}
