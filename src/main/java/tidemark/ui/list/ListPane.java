package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.Conflict;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Icons;
import tidemark.ui.base.MoveMenus;

/// The middle pane of the window: the list and its head.
public final class ListPane extends BorderPane {
    private static final double CELL_HEIGHT = 84;

    private final ListModel model;
    private final ListView<PagedList.Element<ListEntry>> list = new ListView<>();
    private final MoveMenus moveMenus;
    private final ObservableValue<Boolean> syncs;
    private Optional<Object> selectedKey = Optional.empty();
    private Consumer<Conflict> review = _ -> {};
    private boolean restoringSelection;
    private boolean opening;

    /// The place that a selection which goes to the trash leaves to another; -1 for none.
    private int next = -1;

    /// A pane on this model.
    ///
    /// @param emptyTrash empties the trash, after asking the person
    /// @param moveMenus makes the menu that moves projects into a collection
    /// @param syncs whether there is a remote that changes wait for
    public ListPane(
            ListModel model,
            InstantSource clock,
            ZoneId zone,
            Runnable emptyTrash,
            MoveMenus moveMenus,
            ObservableValue<Boolean> syncs) {
        this.model = model;
        this.moveMenus = moveMenus;
        this.syncs = syncs;
        getStyleClass().add("list-pane");
        setTop(new ListHead(model, list.getSelectionModel(), new Actions(), emptyTrash));
        setCenter(new StackPane(list(clock, zone), emptyState(), reading()));
        model.open().subscribe(this::opened);
        model.entries().addListener((ListChangeListener<PagedList.Element<ListEntry>>) _ -> restoreSelection());
    }

    private Node list(InstantSource clock, ZoneId zone) {
        list.setId("projects");
        list.setItems(model.entries());
        list.setFixedCellSize(CELL_HEIGHT);
        list.getStyleClass().addAll("edge-to-edge", "projects");
        list.setAccessibleText(text("list.name"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new EntryCell(clock, zone, syncs));
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> openSelected());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                trashSelected();
            } else if (event.getCode() == KeyCode.ENTER) {
                reviewSelected();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                reviewSelected();
            }
        });
        list.setContextMenu(contextMenu());
        syncs.subscribe(list::refresh);
        return list;
    }

    private ContextMenu contextMenu() {
        var trash = new MenuItem(text("list.trash"), Icons.icon(Feather.TRASH_2));
        trash.setOnAction(_ -> trashSelected());
        var restore = new MenuItem(text("list.restore"), Icons.icon(Feather.CORNER_UP_LEFT));
        restore.setOnAction(_ -> model.restore(selected()));
        var move = moveMenus.of(this::selectedProjects);
        var menu = new ContextMenu(move, trash, restore);
        menu.setOnShowing(_ -> {
            var isNothing = selectedEntries().findFirst().isEmpty();
            menu.getItems().forEach(item -> item.setDisable(isNothing));
            move.setVisible(!model.showsTrash());
            trash.setVisible(!model.showsTrash());
            restore.setVisible(model.showsTrash());
        });
        return menu;
    }

    private void trashSelected() {
        if (!model.showsTrash()) {
            next = list.getSelectionModel().getSelectedIndices().stream()
                    .mapToInt(Integer::intValue)
                    .min()
                    .orElse(-1);
            model.trash(selectedProjects());
        }
    }

    private List<ProjectId> selectedProjects() {
        return selectedEntries().flatMap(entry -> entry.projectId().stream()).toList();
    }

    private List<LibraryId> selected() {
        return selectedEntries().flatMap(entry -> entry.libraryId().stream()).toList();
    }

    private Stream<ListEntry> selectedEntries() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(element -> element != null)
                .flatMap(element -> element.item().stream());
    }

    /// Sets the action for a conflict that the person wants to review.
    public void onReview(Consumer<Conflict> action) {
        review = action;
    }

    private void reviewSelected() {
        selectedEntries()
                .flatMap(entry -> entry instanceof ListEntry.InConflict(var conflict, var _, var _)
                        ? Stream.of(conflict)
                        : Stream.empty())
                .findFirst()
                .ifPresent(review);
    }

    private void openSelected() {
        var selected = selectedEntries().toList();
        model.select(model.showsTrash() ? List.of() : selectedProjects());
        if (!restoringSelection && selected.size() == 1) {
            selectedKey = Optional.of(selected.getFirst().key());
            opening = true;
            model.open().set(selectedProjects().stream().findFirst());
            opening = false;
        }
    }

    /// Selects the line of a project that was opened from elsewhere; none, where that was closed.
    private void opened(Optional<ProjectId> project) {
        if (!opening) {
            selectedKey = project.map(id -> id);
        }
        restoreSelection();
    }

    /// Keeps the selection on the chosen entry, wherever it has moved to.
    private void restoreSelection() {
        if (restoringSelection
                || selectedKey.isEmpty()
                || (next < 0 && list.getSelectionModel().getSelectedIndices().size() > 1)) {
            return;
        }
        restoringSelection = true;
        try {
            var index = model.entries().find(entry -> selectedKey.equals(Optional.of(entry.key())));
            if (index.isEmpty()) {
                list.getSelectionModel().clearSelection();
                selectNext();
            } else if (list.getSelectionModel().getSelectedIndex() != index.get()) {
                list.getSelectionModel().clearAndSelect(index.get());
            }
        } finally {
            restoringSelection = false;
        }
    }

    /// Selects the entry that took the place of those that went to the trash, so that the keyboard can go on.
    private void selectNext() {
        if (next >= 0 && !model.entries().isEmpty()) {
            var index = Math.min(next, model.entries().size() - 1);
            next = -1;
            Platform.runLater(() -> list.getSelectionModel().clearAndSelect(index));
        }
    }

    /// The head's actions on the selected entries.
    private final class Actions implements ListHead.Actions {
        @Override
        public void restore() {
            model.restore(selected());
        }

        @Override
        public void review() {
            if (selectedEntries().findFirst().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            reviewSelected();
        }
    }

    /// Moves the keyboard focus to the list.
    public void focusList() {
        list.requestFocus();
    }

    private Node reading() {
        var words = new Label(text("list.loading"));
        words.getStyleClass().add("text-muted");
        words.setMouseTransparent(true);
        words.visibleProperty().bind(model.size().lessThan(0));
        return words;
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
        words.textProperty().bind(model.shown().map(source -> text(emptyKey(source))));
        hint.textProperty().bind(model.shown().map(source -> text(emptyKey(source) + ".hint")));
        var box = new VBox(icon, words, hint);
        box.getStyleClass().add("empty-state");
        box.setMouseTransparent(true);
        box.visibleProperty().bind(model.size().isEqualTo(0));
        return box;
    }

    private static String emptyKey(ListSource source) {
        return switch (source) {
            case ListSource.Shelf _ -> "empty.shelf";
            case ListSource.Trash() -> "empty.trash";
            case ListSource.Found _ -> "empty.found";
            case ListSource.InConflict() -> "empty.conflicts";
        };
    }
}
