package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import tidemark.library.records.FileId;
import tidemark.ui.files.GridSelection.Way;

/// The files of a project as a grid of pictures, of which only the rows in view exist.
final class FileGrid implements FilesView {
    private static final double MARGIN = 8;
    private static final double SCROLL_BAR = 16;
    private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");

    private final FilesModel model;
    private final Pictures pictures;
    private final Clock clock;
    private final VirtualFlow<Row> flow = new VirtualFlow<>();
    private final StackPane pane = new StackPane(flow);
    private final List<Row> rows = new ArrayList<>();
    private final GridSelection selection = new GridSelection();
    private List<FileLine> lines = List.of();
    private int columns = 1;

    FileGrid(FilesModel model, Pictures pictures, Clock clock) {
        this.model = model;
        this.pictures = pictures;
        this.clock = clock;
        pane.setId("file-grid");
        pane.getStyleClass().add("file-grid");
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.LIST_VIEW);
        pane.setAccessibleText(text("files.list"));
        flow.setFixedCellSize(FileTile.HEIGHT);
        flow.setCellFactory(_ -> new Row());
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        pane.widthProperty().subscribe(this::fit);
    }

    private void fit(Number width) {
        var fitting = Math.max(1, (int) ((width.doubleValue() - 2 * MARGIN - SCROLL_BAR) / FileTile.WIDTH));
        if (fitting != columns) {
            columns = fitting;
            fill();
        }
    }

    private void fill() {
        flow.setCellCount(Math.ceilDiv(lines.size(), columns));
        draw();
    }

    private void draw() {
        rows.forEach(Row::draw);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(List<FileLine> now) {
        lines = now;
        selection.show(now.stream().map(FileLine::id).toList());
        fill();
    }

    @Override
    public void showTransfers() {
        rows.forEach(row -> row.tiles.forEach(FileTile::showTransfer));
    }

    @Override
    public List<FileLine> selected() {
        return lines.stream().filter(line -> selection.isSelected(line.id())).toList();
    }

    @Override
    public void select(List<FileId> ids) {
        selection.select(ids);
        reveal();
    }

    /// Draws the selection, and scrolls to where the keyboard is.
    private void reveal() {
        draw();
        if (selection.place() >= 0) {
            flow.scrollTo(selection.place() / columns);
            pane.setAccessibleText(FileWords.spoken(lines.get(selection.place()), clock));
        }
    }

    private void clicked(MouseEvent event) {
        pane.requestFocus();
        for (var node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof FileTile tile) {
                var isMenu = event.isSecondaryButtonDown()
                        && selection.isSelected(tile.line().id());
                if (!isMenu) {
                    var toggles = event.isShortcutDown() ? Way.TOGGLE : Way.ALONE;
                    selection.select(lines.indexOf(tile.line()), event.isShiftDown() ? Way.RANGE : toggles);
                    draw();
                }
                return;
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (ALL.match(event)) {
            selection.selectAll();
            draw();
            event.consume();
        } else if (!lines.isEmpty() && !event.isAltDown() && !event.isShortcutDown()) {
            target(event.getCode()).ifPresent(place -> {
                selection.select(place, event.isShiftDown() ? Way.RANGE : Way.ALONE);
                reveal();
                event.consume();
            });
        }
    }

    /// The place to which a key goes from where the keyboard is.
    private OptionalInt target(KeyCode key) {
        var last = lines.size() - 1;
        var place = selection.place();
        var target = switch (key) {
            case LEFT -> place - 1;
            case RIGHT -> place + 1;
            case UP -> place - columns;
            case DOWN -> place + columns > last && place / columns < last / columns ? last : place + columns;
            case HOME -> 0;
            case END -> last;
            default -> Integer.MIN_VALUE;
        };
        if (target == Integer.MIN_VALUE) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(place < 0 ? 0 : target < 0 || target > last ? place : target);
    }

    /// A row of the grid. It keeps its tiles.
    private final class Row extends IndexedCell<Integer> {
        private final HBox box = new HBox();
        private final List<FileTile> tiles = new ArrayList<>();

        Row() {
            getStyleClass().add("file-row");
            box.getStyleClass().add("file-row-tiles");
            setGraphic(box);
            rows.add(this);
        }

        @Override
        protected Skin<?> createDefaultSkin() {
            return new CellSkinBase<>(this);
        }

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            draw();
        }

        void draw() {
            var first = getIndex() * columns;
            var shown = getIndex() < 0 || first >= lines.size()
                    ? List.<FileLine>of()
                    : lines.subList(first, Math.min(lines.size(), first + columns));
            while (tiles.size() > shown.size()) {
                tiles.removeLast().leave();
            }
            for (int i = 0; i < shown.size(); i++) {
                var line = shown.get(i);
                if (i == tiles.size()) {
                    tiles.add(new FileTile(model, pictures, clock, line));
                }
                tiles.get(i).show(line, selection.isSelected(line.id()), selection.isLead(line.id()));
            }
            if (!box.getChildren().equals(tiles)) {
                box.getChildren().setAll(tiles);
            }
        }
    }
}
