package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import tidemark.library.records.FileId;
import tidemark.ui.base.Icons;

/// The files of a project as a table.
final class FileTable implements FilesView {
    private static final double CELL_HEIGHT = 34;
    private static final double NAME_WIDTH = 260;
    private static final double SIZE_WIDTH = 84;
    private static final double STATE_WIDTH = 150;
    private static final double ADDED_WIDTH = 140;

    private final FilesModel model;
    private final Clock clock;
    private final TableView<FileLine> table = new TableView<>();
    private final ObservableList<FileLine> lines = FXCollections.observableArrayList();

    FileTable(FilesModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        var sorted = new SortedList<>(lines);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("files");
        table.getStyleClass().addAll("edge-to-edge", "files");
        table.setAccessibleText(text("files.list"));
        table.setFixedCellSize(CELL_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(_ -> new SpokenRow(clock));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(List.of(name(), size(), state(), added()));
    }

    private TableColumn<FileLine, FileLine> name() {
        var column = column("name", NAME_WIDTH, NameCell::new);
        column.setComparator(Comparator.comparing(line -> line.name().shown(), String.CASE_INSENSITIVE_ORDER));
        return column;
    }

    private TableColumn<FileLine, FileLine> size() {
        var column = column("size", SIZE_WIDTH, () -> new WordsCell(FileWords::size));
        column.getStyleClass().add("number");
        column.setComparator(
                Comparator.comparingLong(line -> line.file().details().size()));
        return column;
    }

    private TableColumn<FileLine, FileLine> state() {
        var column = column("state", STATE_WIDTH, () -> new StateCell(model));
        column.setComparator(Comparator.comparing(FileLine::state));
        return column;
    }

    private TableColumn<FileLine, FileLine> added() {
        var column = column("added", ADDED_WIDTH, () -> new WordsCell(line -> FileWords.added(line, clock)));
        column.setComparator(Comparator.comparing(line -> line.file().added().orElse(Instant.EPOCH)));
        return column;
    }

    private static TableColumn<FileLine, FileLine> column(
            String name, double width, java.util.function.Supplier<TableCell<FileLine, FileLine>> cell) {
        var column = new TableColumn<FileLine, FileLine>(text("files.column." + name));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public void show(List<FileLine> now) {
        if (lines.equals(now)) {
            return;
        }
        var chosen = ids(selected());
        var place = table.getSelectionModel().getSelectedIndex();
        if (ids(lines).equals(ids(now))) {
            for (int i = 0; i < now.size(); i++) {
                if (!lines.get(i).equals(now.get(i))) {
                    lines.set(i, now.get(i));
                }
            }
        } else {
            lines.setAll(now);
        }
        select(chosen);
        if (!chosen.isEmpty() && selected().isEmpty() && !now.isEmpty()) {
            table.getSelectionModel().clearAndSelect(Math.clamp(place, 0, now.size() - 1));
        }
    }

    private static List<FileId> ids(List<FileLine> some) {
        return some.stream().map(FileLine::id).toList();
    }

    @Override
    public void showTransfers() {
        table.lookupAll(".file-state-cell").forEach(cell -> ((StateCell) cell).draw());
    }

    @Override
    public List<FileLine> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    @Override
    public void select(List<FileId> ids) {
        if (ids.equals(ids(selected()))) {
            return;
        }
        var wanted = new HashSet<>(ids);
        var selection = table.getSelectionModel();
        selection.clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wanted.contains(table.getItems().get(i).id())) {
                selection.select(i);
            }
        }
    }

    /// A file of the table, with all about it in one line for screen readers.
    private static final class SpokenRow extends TableRow<FileLine> {
        private final Clock clock;

        SpokenRow(Clock clock) {
            this.clock = clock;
        }

        @Override
        protected void updateItem(FileLine line, boolean empty) {
            super.updateItem(line, empty);
            setAccessibleText(empty || line == null ? null : FileWords.spoken(line, clock));
        }
    }

    /// The name of a file, with the icon of its kind.
    private static final class NameCell extends TableCell<FileLine, FileLine> {
        private final Tooltip tip = new Tooltip();

        @Override
        protected void updateItem(FileLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setText(line.name().shown());
            setGraphic(Icons.icon(FileWords.icon(line)));
            tip.setText(line.name().shown());
            setTooltip(tip);
        }
    }

    /// A fact about a file in words.
    private static final class WordsCell extends TableCell<FileLine, FileLine> {
        private final Function<FileLine, String> words;

        WordsCell(Function<FileLine, String> words) {
            this.words = words;
            getStyleClass().add("text-muted");
        }

        @Override
        protected void updateItem(FileLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : words.apply(line));
        }
    }

    /// The state of a file on this device.
    private static final class StateCell extends TableCell<FileLine, FileLine> {
        private final FilesModel model;
        private final StateMark mark = new StateMark();

        StateCell(FilesModel model) {
            this.model = model;
            getStyleClass().add("file-state-cell");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(FileLine line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : mark);
            draw();
        }

        void draw() {
            var line = getItem();
            if (!isEmpty() && line != null) {
                mark.show(line, model.transfer(line));
            }
        }
    }
}
