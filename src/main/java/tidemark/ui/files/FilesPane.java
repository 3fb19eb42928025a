package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.FileId;
import tidemark.ui.base.ContextMenus;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.base.Services;
import tidemark.ui.base.Sizes;

/// The files of the open project: as a table or as a grid, which the person chooses, and the buttons above.
public final class FilesPane extends BorderPane {
    private static final String LOOK = "files.as";
    private static final String GRID = "grid";

    private final Services services;
    private final FilesModel model;
    private final FileAdding adding;
    private final FileCommands commands;
    private final FilesView table;
    private final FilesView grid;
    private final ToggleButton asTable = Icons.toggle(Feather.LIST, text("files.as.table"));
    private final ToggleButton asGrid = Icons.toggle(Feather.GRID, text("files.as.grid"));
    private final StackPane place = new StackPane();
    private final Node empty;
    private FilesView view;

    FilesPane(Services services, FilesModel model, FileAdding adding, FileLooks looks) {
        this.services = services;
        this.model = model;
        this.adding = adding;
        commands = new FileCommands(model, looks.actions(), adding, looks.look());
        table = new FileTable(model, services.clock());
        grid = new FileGrid(model, looks.pictures(), services.clock());
        view = table;
        empty = empty();
        getStyleClass().add("files-pane");
        setTop(head());
        setCenter(place);
        List.of(table, grid).forEach(this::install);
        looks.look().follow(this::step);
        model.lines().subscribe(this::show);
        model.transfers().subscribe(_ -> view.showTransfers());
        services.background()
                .run(() -> services.app().settings().get(LOOK))
                .then(kept -> use(kept.equals(Optional.of(GRID)) ? grid : table));
    }

    /// Sets the way from the files to the list of projects.
    void onLeave(Runnable toList) {
        commands.onLeave(toList);
    }

    private void install(FilesView shown) {
        shown.node().addEventHandler(KeyEvent.KEY_PRESSED, event -> commands.pressed(event, shown.selected()));
        shown.node().setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                commands.open(shown.selected());
            }
        });
        ContextMenus.install(shown.node(), () -> commands.menu(shown.selected()));
    }

    private Node head() {
        var add = new Button(text("files.add"), Icons.icon(Feather.PLUS));
        add.setId("add-files");
        add.getStyleClass().add("flat");
        add.setTooltip(new javafx.scene.control.Tooltip(text("files.add.tip", Keys.ADD_FILES.written())));
        add.setOnAction(_ -> choose());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var sum = new Label();
        sum.getStyleClass().addAll("text-muted", "text-small");
        sum.textProperty().bind(model.lines().map(FilesPane::sum));
        var head = new HBox(add, progress(), gap, sum, pin(), views());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("files-head");
        head.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.lines().get().isEmpty()
                                || adding.progress().get().isPresent(),
                        model.lines(),
                        adding.progress()));
        head.managedProperty().bind(head.visibleProperty());
        return head;
    }

    private static String sum(List<FileLine> lines) {
        var bytes =
                lines.stream().mapToLong(line -> line.file().details().size()).sum();
        return lines.isEmpty() ? "" : text("files.sum", lines.size(), Sizes.words(bytes));
    }

    /// How far the files are that are being added, and the button that stops it.
    private Node progress() {
        var bar = new ProgressBar();
        bar.progressProperty()
                .bind(adding.progress()
                        .map(now ->
                                now.map(at -> (double) at.done() / at.total()).orElse(0d)));
        var words = new Label();
        words.textProperty()
                .bind(adding.progress()
                        .map(now -> now.map(at -> text("files.adding", at.done() + 1, at.total()))
                                .orElse("")));
        words.getStyleClass().addAll("text-muted", "text-small");
        var stop = Icons.button(Feather.X, text("files.adding.stop"));
        stop.setOnAction(_ -> adding.stop());
        var box = new HBox(bar, words, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("files-progress");
        box.visibleProperty().bind(adding.progress().map(Optional::isPresent));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node pin() {
        var pin = Icons.toggle(Feather.MAP_PIN, text("files.pin.all"));
        pin.setId("pin-project");
        pin.getStyleClass().add("pin-project");
        model.pinned().subscribe(pin::setSelected);
        pin.setOnAction(_ -> {
            pin.setSelected(model.pinned().get()); // until the library says so
            model.togglePinned();
        });
        return pin;
    }

    private Node views() {
        var group = new ToggleGroup();
        group.getToggles().setAll(asTable, asGrid);
        asTable.setId("files-as-table");
        asGrid.setId("files-as-grid");
        asTable.setOnAction(_ -> choose(table, "table"));
        asGrid.setOnAction(_ -> choose(grid, GRID));
        var box = new HBox(asTable, asGrid);
        box.getStyleClass().add("files-looks");
        return box;
    }

    private void choose(FilesView chosen, String name) {
        use(chosen);
        chosen.node().requestFocus();
        services.background().execute(() -> services.app().settings().set(LOOK, name));
    }

    private void use(FilesView chosen) {
        var ids = view.selected().stream().map(FileLine::id).toList();
        view = chosen;
        asTable.setSelected(chosen.equals(table));
        asGrid.setSelected(chosen.equals(grid));
        show(model.lines().get());
        chosen.select(ids);
    }

    private void show(List<FileLine> lines) {
        view.show(lines);
        var shown = lines.isEmpty() ? empty : view.node();
        if (!place.getChildren().equals(List.of(shown))) {
            var hadFocus = place.isFocusWithin();
            place.getChildren().setAll(shown);
            if (hadFocus) {
                shown.requestFocus();
            }
        }
    }

    private Node empty() {
        var icon = Icons.icon(Feather.PAPERCLIP);
        icon.getStyleClass().add("empty-icon");
        var title = new Label(text("files.empty"));
        title.getStyleClass().addAll("title-4", "empty-title");
        var hint = new Label(text("files.empty.hint", Keys.PASTE.written()));
        hint.getStyleClass().addAll("text-muted", "empty-hint");
        hint.setWrapText(true);
        var add = new Button(text("files.add"), Icons.icon(Feather.PLUS));
        add.setId("add-first-files");
        add.getStyleClass().add("accent");
        add.setOnAction(_ -> choose());
        var box = new VBox(icon, title, hint, add);
        box.getStyleClass().add("empty-state");
        var pane = new StackPane(box);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> commands.pressed(event, List.of()));
        ContextMenus.install(pane, () -> commands.menu(List.of()));
        pane.setOnMousePressed(_ -> pane.requestFocus());
        return pane;
    }

    private void choose() {
        model.project().get().ifPresent(adding::choose);
    }

    /// Selects the file that lies `by` places from this one, and returns it.
    private Optional<FileLine> step(FileId from, int by) {
        var lines = model.lines().get();
        var place = lines.stream().map(FileLine::id).toList().indexOf(from) + by;
        if (place < 0 || place >= lines.size()) {
            return Optional.empty();
        }
        view.select(List.of(lines.get(place).id()));
        return Optional.of(lines.get(place));
    }
}
