package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.LibraryId;
import tidemark.library.ProjectId;
import tidemark.library.ProjectQuery.Sort;
import tidemark.ui.base.Icons;
import tidemark.ui.base.MoveMenus;

/// The middle pane: what it shows, how it is sorted, and the list itself.
public final class ListPane extends BorderPane {
    private static final double CELL = 84;

    private final ListModel model;
    private final ListView<PagedList.Slot<Entry>> list = new ListView<>();
    private final Runnable emptyTrash;
    private final MoveMenus moves;
    private Optional<LibraryId> marked = Optional.empty();
    private boolean following;

    /// @param emptyTrash asks the person first
    /// @param moves makes the menu that puts projects into a collection
    public ListPane(ListModel model, InstantSource clock, ZoneId zone, Runnable emptyTrash, MoveMenus moves) {
        this.model = model;
        this.emptyTrash = emptyTrash;
        this.moves = moves;
        getStyleClass().add("list-pane");
        setTop(header());
        setCenter(new StackPane(list(clock, zone), emptyState()));
        model.open().subscribe(this::opened);
        model.entries().addListener((ListChangeListener<PagedList.Slot<Entry>>) _ -> follow());
    }

    private Node header() {
        var title = new Label();
        title.getStyleClass().add("title-4");
        title.textProperty().bind(model.place().map(ListPane::title));
        var count = new Label();
        count.getStyleClass().addAll("text-muted", "count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.size().get() < 0
                                ? ""
                                : String.format(
                                        Locale.ENGLISH, "%,d", model.size().get()),
                        model.size()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, count, gap, sortMenu(), newButton(), restoreButton(), emptyTrashButton());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("list-head");
        return head;
    }

    private static String title(Place place) {
        return switch (place) {
            case Place.Shelf(var _, var title) -> title;
            case Place.Found(var words) -> text("list.found", words);
            case Place.InConflict() -> text("sidebar.conflicts");
            case Place.Trash() -> text("sidebar.trash");
        };
    }

    private Node sortMenu() {
        var group = new ToggleGroup();
        var menu = new MenuButton(null, Icons.icon(Feather.SLIDERS));
        menu.setId("sort");
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setTooltip(new Tooltip(text("list.sort")));
        menu.setAccessibleText(text("list.sort"));
        for (var sort : Sort.values()) {
            var item = new RadioMenuItem(text("list.sort." + sort.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setSelected(sort == model.sort().get());
            item.setOnAction(_ -> model.sort().set(sort));
            menu.getItems().add(item);
        }
        menu.visibleProperty().bind(model.place().map(place -> place instanceof Place.Shelf));
        menu.managedProperty().bind(menu.visibleProperty());
        return menu;
    }

    private Node newButton() {
        var button = new Button(text("list.new"), Icons.icon(Feather.PLUS));
        button.setId("new-project");
        button.getStyleClass().addAll("accent", "new-button");
        button.setTooltip(new Tooltip(text("list.new.tip")));
        button.setOnAction(_ -> model.create());
        button.visibleProperty().bind(model.place().map(_ -> !model.showsTrash()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node restoreButton() {
        var button = new Button(text("list.restore"), Icons.icon(Feather.CORNER_UP_LEFT));
        button.setId("restore");
        button.setOnAction(_ -> model.restore(selected()));
        button.disableProperty().bind(Bindings.isEmpty(list.getSelectionModel().getSelectedIndices()));
        button.visibleProperty().bind(model.place().map(_ -> model.showsTrash()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node emptyTrashButton() {
        var button = new Button(text("trash.empty"));
        button.setId("empty-trash");
        button.getStyleClass().addAll("danger", "button-outlined");
        button.setOnAction(_ -> emptyTrash.run());
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.showsTrash() && model.size().get() > 0, model.place(), model.size()));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node list(InstantSource clock, ZoneId zone) {
        list.setId("projects");
        list.setItems(model.entries());
        list.setFixedCellSize(CELL);
        list.getStyleClass().addAll("edge-to-edge", "projects");
        list.setAccessibleText(text("list.name"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new EntryCell(clock, zone));
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> openSelected());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                trashSelected();
            }
        });
        list.setContextMenu(contextMenu());
        return list;
    }

    private ContextMenu contextMenu() {
        var trash = new MenuItem(text("list.trash"), Icons.icon(Feather.TRASH_2));
        trash.setOnAction(_ -> trashSelected());
        var restore = new MenuItem(text("list.restore"), Icons.icon(Feather.CORNER_UP_LEFT));
        restore.setOnAction(_ -> model.restore(selected()));
        var move = moves.of(this::selectedProjects);
        var menu = new ContextMenu(move, trash, restore);
        menu.setOnShowing(_ -> {
            move.setVisible(!model.showsTrash());
            trash.setVisible(!model.showsTrash());
            restore.setVisible(model.showsTrash());
        });
        return menu;
    }

    private void trashSelected() {
        if (!model.showsTrash()) {
            model.trash(selectedProjects());
        }
    }

    private List<ProjectId> selectedProjects() {
        return selected().stream()
                .flatMap(id -> id instanceof ProjectId project ? Stream.of(project) : Stream.empty())
                .toList();
    }

    private List<LibraryId> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(slot -> slot != null)
                .flatMap(slot -> slot.item().stream())
                .map(Entry::id)
                .toList();
    }

    private void openSelected() {
        var selected = selected();
        if (!following && selected.size() == 1) {
            marked = Optional.of(selected.getFirst());
            model.open().set(selectedProjects().stream().findFirst());
        }
    }

    private void opened(Optional<ProjectId> project) {
        project.ifPresent(id -> marked = Optional.of(id));
        follow();
    }

    /// Keeps the mark on the line that was chosen, wherever it has moved to.
    private void follow() {
        if (following
                || marked.isEmpty()
                || list.getSelectionModel().getSelectedIndices().size() > 1) {
            return;
        }
        following = true;
        try {
            var index = model.entries().find(entry -> marked.equals(Optional.of(entry.id())));
            if (index.isEmpty()) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedIndex() != index.get()) {
                list.getSelectionModel().clearAndSelect(index.get());
            }
        } finally {
            following = false;
        }
    }

    /// Gives the keyboard to the list.
    public void focusList() {
        list.requestFocus();
    }

    private Node emptyState() {
        var icon = Icons.icon(Feather.INBOX);
        icon.getStyleClass().add("empty-icon");
        var words = new Label();
        words.getStyleClass().addAll("title-4", "empty-title");
        words.setWrapText(true);
        var hint = new Label();
        hint.getStyleClass().addAll("text-muted", "empty-hint");
        hint.setWrapText(true);
        words.textProperty().bind(model.place().map(place -> text(emptyKey(place))));
        hint.textProperty().bind(model.place().map(place -> text(emptyKey(place) + ".hint")));
        var box = new VBox(icon, words, hint);
        box.getStyleClass().add("empty-state");
        box.setMouseTransparent(true);
        box.visibleProperty().bind(model.size().isEqualTo(0));
        return box;
    }

    private static String emptyKey(Place place) {
        return switch (place) {
            case Place.Shelf _ -> "empty.shelf";
            case Place.Trash() -> "empty.trash";
            case Place.Found _ -> "empty.found";
            case Place.InConflict() -> "empty.conflicts";
        };
    }
}
