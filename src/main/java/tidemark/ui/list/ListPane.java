package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.ContextMenus;
import tidemark.ui.base.Icons;
import tidemark.ui.base.MoveMenus;
import tidemark.ui.files.FileAdding;
import tidemark.ui.files.FileDrop;

/// The middle pane of the window: the list and its head.
public final class ListPane extends BorderPane {
    private static final double CELL_HEIGHT = 84;

    private final ListModel model;
    private final ListView<PagedList.Element<ListEntry>> list = new ListView<>();
    private final OwnOrder ownOrder;
    private final ListCommands commands;
    private final ObservableValue<Boolean> syncs;
    private List<Object> selectedKeys = List.of();
    private boolean restoringSelection;
    private boolean entriesChanging;
    private boolean opening;
    private boolean wantsFirst;
    private Consumer<EntryCell> onCell = _ -> {};

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
        this.syncs = syncs;
        this.ownOrder = new OwnOrder(model);
        this.commands = new ListCommands(model, list, moveMenus, ownOrder);
        getStyleClass().add("list-pane");
        setTop(new ListHead(model, list.getSelectionModel(), new Actions(), emptyTrash));
        setCenter(new StackPane(list(clock, zone), emptyState(), reading()));
        model.open().subscribe(this::opened);
        model.entries().addListener((ListChangeListener<PagedList.Element<ListEntry>>) _ -> {
            entriesChanging = false;
            restoreSelection();
        });
        model.shown().subscribe(() -> list.scrollTo(0));
    }

    private Node list(InstantSource clock, ZoneId zone) {
        list.setId("projects");
        // Told before the selection model, which shifts what is selected: that is nobody's choice.
        model.entries().addListener((ListChangeListener<PagedList.Element<ListEntry>>) _ -> entriesChanging = true);
        list.setItems(model.entries());
        list.setFixedCellSize(CELL_HEIGHT);
        list.getStyleClass().addAll("edge-to-edge", "projects");
        list.setAccessibleText(text("list.name"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> {
            var cell = new EntryCell(clock, zone, syncs, ownOrder);
            onCell.accept(cell);
            return cell;
        });
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> openSelected());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                commands.open();
            }
        });
        ContextMenus.install(list, commands::menu);
        syncs.subscribe(list::refresh);
        return list;
    }

    /// Lets files be dropped on the projects in the list.
    public void acceptFiles(FileAdding adding) {
        onCell = cell -> FileDrop.install(cell, adding, cell::project);
    }

    /// Sets the ways out of the list.
    public void onLeave(Ways ways) {
        commands.onLeave(ways);
    }

    private void openSelected() {
        var selected = commands.entries().toList();
        model.select(model.showsTrash() ? List.of() : commands.projects());
        if (restoringSelection || entriesChanging || selected.isEmpty()) {
            return;
        }
        ownOrder.selectedElse();
        selectedKeys = selected.stream().map(ListEntry::key).toList();
        if (selected.size() == 1) {
            opening = true;
            model.open().set(commands.projects().stream().findFirst());
            opening = false;
        }
    }

    /// Selects the line of a project that was opened from elsewhere; none, where that was closed.
    private void opened(Optional<ProjectId> project) {
        if (!opening) {
            selectedKeys = project.<Object>map(id -> id).stream().toList();
        }
        restoreSelection();
    }

    /// Keeps the selection on the chosen entry, wherever it has moved to; on several only where the person moved them,
    /// as only the pages on show were read.
    private void restoreSelection() {
        selectFirstIfWanted();
        var isSeveral = list.getSelectionModel().getSelectedIndices().size() > 1;
        if (restoringSelection
                || selectedKeys.isEmpty()
                || (isSeveral && !commands.isLeaving() && !ownOrder.isFollowed())) {
            return;
        }
        var lines = selectedKeys.stream()
                .flatMap(key -> model.entries().find(entry -> entry.key().equals(key)).stream())
                .sorted()
                .toList();
        if (!lines.isEmpty() && lines.equals(list.getSelectionModel().getSelectedIndices())) {
            return;
        }
        restoringSelection = true;
        try {
            list.getSelectionModel().clearSelection();
            if (lines.isEmpty()) {
                selectNext();
            } else {
                lines.forEach(list.getSelectionModel()::select);
            }
        } finally {
            restoringSelection = false;
        }
    }

    /// Selects the entry that took the place of those that went to the trash, so that the keyboard can go on.
    private void selectNext() {
        if (!model.entries().isEmpty()) {
            commands.takeLeft()
                    .map(line -> Math.min(line, model.entries().size() - 1))
                    .ifPresent(line ->
                            Platform.runLater(() -> list.getSelectionModel().clearAndSelect(line)));
        }
    }

    /// The head's actions on the selected entries.
    private final class Actions implements ListHead.Actions {
        @Override
        public void restore() {
            commands.restore();
        }

        @Override
        public void review() {
            if (commands.entries().findFirst().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            commands.open();
        }
    }

    /// Moves the keyboard focus to the list; where no entry is selected, to the first, so that the focus is seen.
    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            focusFirst();
        }
    }

    /// Moves the keyboard focus to the first entry of the list that is wanted, as soon as it was read.
    public void focusFirst() {
        list.requestFocus();
        wantsFirst = true;
        selectFirstIfWanted();
    }

    private void selectFirstIfWanted() {
        if (wantsFirst
                && model.shown().get().equals(model.source().get())
                && model.entries().size() > 0
                && model.entries().getFirst().item().isPresent()) {
            wantsFirst = false;
            list.getSelectionModel().clearAndSelect(0);
        }
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
