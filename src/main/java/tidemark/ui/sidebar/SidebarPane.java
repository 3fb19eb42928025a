package tidemark.ui.sidebar;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.records.CollectionId;
import tidemark.ui.list.ListSource;
import tidemark.ui.sidebar.SidebarModel.Content;

/// The left pane of the window: shelves, collections and labels, each with its count.
public final class SidebarPane extends TreeView<SidebarItem> {
    private final ObjectProperty<ListSource> source;
    private final Set<CollectionId> collapsed = new HashSet<>();
    private final Content unread;
    private boolean filling;

    /// A pane on this model.
    ///
    /// @param source the list's source, which is selected here
    /// @param toList moves the keyboard focus to the list
    public SidebarPane(SidebarModel model, ObjectProperty<ListSource> source, Runnable toList) {
        this.source = source;
        this.unread = model.content().get();
        setId("sidebar");
        setShowRoot(false);
        setRoot(new TreeItem<>());
        setAccessibleText(text("sidebar.name"));
        getStyleClass().addAll("sidebar", "edge-to-edge");
        var commands = new ItemCommands(model, () -> getScene().getWindow(), toList);
        setCellFactory(_ -> new ItemCell(model, commands));
        addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> Optional.ofNullable(getSelectionModel().getSelectedItem())
                        .ifPresent(item -> commands.pressed(event, item.getValue())));
        model.content().subscribe(this::fill);
        source.subscribe(this::markSource);
        getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    /// Goes from the selected item to the next or the one before, over headings, which cannot be chosen. The control
    /// would go from the focused row, and new items leave it none.
    private void step(KeyEvent event) {
        var isPlain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (isPlain && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            event.consume();
            var by = event.getCode() == KeyCode.DOWN ? 1 : -1;
            var row = getSelectionModel().getSelectedIndex() + by;
            while (isRow(row) && !isTarget(row)) {
                row += by;
            }
            if (isRow(row)) {
                getSelectionModel().clearAndSelect(row);
                scrollTo(row);
            }
        }
    }

    private boolean isRow(int row) {
        return row >= 0 && row < getExpandedItemCount();
    }

    private boolean isTarget(int row) {
        return getTreeItem(row).getValue().target().isPresent();
    }

    private void choose(TreeItem<SidebarItem> chosen) {
        if (!filling && chosen != null) {
            chosen.getValue().target().ifPresentOrElse(source::set, () -> Platform.runLater(this::markSource));
        }
    }

    private void fill(Content content) {
        filling = true;
        try {
            var lines = new ArrayList<>(shelves(content));
            lines.add(leaf(new SidebarItem.Heading(text("sidebar.collections"), true)));
            lines.addAll(collections(content, Optional.empty()));
            lines.add(leaf(new SidebarItem.Heading(text("sidebar.labels"), false)));
            lines.addAll(labels(content));
            update(getRoot(), lines);
            markSource();
        } finally {
            filling = false;
        }
        if (!content.equals(unread)) {
            followSource();
        }
    }

    /// Lets the list follow its collection or label: to its new name, or, where it was deleted, to all projects, as
    /// nothing could be made there.
    private void followSource() {
        var isPlace = source.get() instanceof ListSource.Shelf(var shelf, var _)
                && (shelf instanceof Shelf.Within || shelf instanceof Shelf.Labelled);
        if (isPlace) {
            source.set(find(getRoot(), item -> isOf(item, source.get()))
                    .flatMap(item -> item.getValue().target())
                    .orElseGet(() -> new ListSource.Shelf(new Shelf.All(), text("sidebar.all"))));
        }
    }

    /// Whether an item leads to this shelf, whatever it was called then.
    private static boolean isOf(SidebarItem item, ListSource wanted) {
        return wanted instanceof ListSource.Shelf(var shelf, var _)
                && item.target()
                        .filter(target -> target instanceof ListSource.Shelf(var its, var _) && its.equals(shelf))
                        .isPresent();
    }

    /// Updates the items in place while only their numbers and names change, so that scrolling, the keyboard and a
    /// click under way are not disturbed.
    private static void update(TreeItem<SidebarItem> above, List<TreeItem<SidebarItem>> fresh) {
        var lines = above.getChildren();
        if (!keys(lines).equals(keys(fresh))) {
            lines.setAll(fresh);
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (!lines.get(i).getValue().equals(fresh.get(i).getValue())) {
                lines.get(i).setValue(fresh.get(i).getValue());
            }
            update(lines.get(i), fresh.get(i).getChildren());
        }
    }

    private static List<Object> keys(List<TreeItem<SidebarItem>> lines) {
        return lines.stream().map(line -> line.getValue().key()).toList();
    }

    private static List<TreeItem<SidebarItem>> shelves(Content content) {
        var counts = content.counts();
        var shelves = new ArrayList<TreeItem<SidebarItem>>();
        shelves.add(shelf(Feather.LAYERS, "sidebar.all", counts.projects(), new Shelf.All()));
        shelves.add(shelf(Feather.STAR, "sidebar.starred", counts.starred(), new Shelf.Starred()));
        shelves.add(shelf(Feather.CALENDAR, "sidebar.due", counts.due(), new Shelf.Due(content.today())));
        if (counts.conflicts() > 0) {
            shelves.add(leaf(new SidebarItem.Shelf(
                    Feather.ALERT_TRIANGLE,
                    text("sidebar.conflicts"),
                    counts.conflicts(),
                    new ListSource.InConflict())));
        }
        shelves.add(leaf(new SidebarItem.Shelf(
                Feather.TRASH_2, text("sidebar.trash"), counts.trashed(), new ListSource.Trash())));
        return shelves;
    }

    private static TreeItem<SidebarItem> shelf(Feather icon, String key, int count, Shelf shelf) {
        return leaf(new SidebarItem.Shelf(icon, text(key), count, new ListSource.Shelf(shelf, text(key))));
    }

    private List<TreeItem<SidebarItem>> collections(Content content, Optional<CollectionId> parent) {
        return content.collections().stream()
                .filter(collection -> collection.parent().equals(parent))
                .map(collection -> {
                    var name = collection.details().name();
                    var target = new ListSource.Shelf(new Shelf.Within(collection.id()), name);
                    var inside = collections(content, Optional.of(collection.id()));
                    var count = content.counts().collections().getOrDefault(collection.id(), 0)
                            + inside.stream().mapToInt(SidebarPane::count).sum();
                    var item = leaf(new SidebarItem.Folder(collection, count, target));
                    item.getChildren().setAll(inside);
                    item.setExpanded(!collapsed.contains(collection.id()));
                    item.expandedProperty().subscribe(open -> remember(collection.id(), open));
                    return item;
                })
                .toList();
    }

    /// The number of projects that an item of the tree of collections shows: those in it and inside it, as in
    /// its list.
    private static int count(TreeItem<SidebarItem> item) {
        return item.getValue() instanceof SidebarItem.Folder(var _, var count, var _) ? count : 0;
    }

    private void remember(CollectionId collection, boolean open) {
        if (open) {
            collapsed.remove(collection);
        } else {
            collapsed.add(collection);
        }
    }

    private static List<TreeItem<SidebarItem>> labels(Content content) {
        return content.labels().stream()
                .map(label -> leaf(new SidebarItem.Tag(
                        label,
                        content.counts().labels().getOrDefault(label.id(), 0),
                        new ListSource.Shelf(new Shelf.Labelled(label.id()), "#" + label.name()))))
                .toList();
    }

    private static TreeItem<SidebarItem> leaf(SidebarItem item) {
        return new TreeItem<>(item);
    }

    /// Selects the item of the list's source, also after the items were read again.
    private void markSource() {
        var before = filling;
        filling = true;
        find(getRoot(), item -> item.target().equals(Optional.of(source.get())))
                .ifPresentOrElse(
                        item -> getSelectionModel().select(item),
                        () -> getSelectionModel().clearSelection());
        filling = before;
    }

    private static Optional<TreeItem<SidebarItem>> find(TreeItem<SidebarItem> above, Predicate<SidebarItem> wanted) {
        for (var item : above.getChildren()) {
            if (wanted.test(item.getValue())) {
                return Optional.of(item);
            }
            var below = find(item, wanted);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
