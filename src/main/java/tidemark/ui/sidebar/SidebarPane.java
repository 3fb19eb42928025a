package tidemark.ui.sidebar;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.CollectionId;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.ui.list.Place;
import tidemark.ui.sidebar.SidebarModel.Content;

/// The left pane: shelves, collections and labels, each with how much is there.
public final class SidebarPane extends TreeView<Item> {
    private final ObjectProperty<Place> place;
    private final Set<CollectionId> closed = new HashSet<>();
    private boolean filling;

    /// @param place what the list shows; chosen here
    public SidebarPane(SidebarModel model, ObjectProperty<Place> place) {
        this.place = place;
        setId("sidebar");
        setShowRoot(false);
        setRoot(new TreeItem<>());
        setAccessibleText(text("sidebar.name"));
        getStyleClass().addAll("sidebar", "edge-to-edge");
        setCellFactory(_ -> new ItemCell(model));
        model.content().subscribe(this::fill);
        place.subscribe(this::markPlace);
        getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    private void choose(TreeItem<Item> chosen) {
        if (!filling && chosen != null) {
            chosen.getValue().target().ifPresent(place::set);
        }
    }

    private void fill(Content content) {
        filling = true;
        try {
            var lines = new ArrayList<>(shelves(content));
            lines.add(leaf(new Item.Heading(text("sidebar.collections"), true)));
            lines.addAll(collections(content, Optional.empty()));
            lines.add(leaf(new Item.Heading(text("sidebar.labels"), false)));
            lines.addAll(labels(content));
            update(getRoot(), lines);
            markPlace();
        } finally {
            filling = false;
        }
    }

    /// Lines stay while only their numbers and names change, so that scrolling, the keyboard and a click under way are
    /// not disturbed.
    private static void update(TreeItem<Item> above, List<TreeItem<Item>> fresh) {
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

    private static List<Object> keys(List<TreeItem<Item>> lines) {
        return lines.stream().map(line -> line.getValue().key()).toList();
    }

    private static List<TreeItem<Item>> shelves(Content content) {
        var counts = content.counts();
        var shelves = new ArrayList<TreeItem<Item>>();
        shelves.add(shelf(Feather.LAYERS, "sidebar.all", counts.projects(), new Shelf.All()));
        shelves.add(shelf(Feather.STAR, "sidebar.starred", counts.starred(), new Shelf.Starred()));
        shelves.add(shelf(Feather.CALENDAR, "sidebar.due", counts.due(), new Shelf.Due(content.today())));
        if (counts.conflicts() > 0) {
            shelves.add(leaf(new Item.Shelf(
                    Feather.ALERT_TRIANGLE, text("sidebar.conflicts"), counts.conflicts(), new Place.InConflict())));
        }
        shelves.add(leaf(new Item.Shelf(Feather.TRASH_2, text("sidebar.trash"), counts.trashed(), new Place.Trash())));
        return shelves;
    }

    private static TreeItem<Item> shelf(Feather icon, String key, int count, Shelf shelf) {
        return leaf(new Item.Shelf(icon, text(key), count, new Place.Shelf(shelf, text(key))));
    }

    private List<TreeItem<Item>> collections(Content content, Optional<CollectionId> parent) {
        return content.collections().stream()
                .filter(collection -> collection.parent().equals(parent))
                .map(collection -> {
                    var name = collection.details().name();
                    var count = content.counts().collections().getOrDefault(collection.id(), 0);
                    var target = new Place.Shelf(new Shelf.Within(collection.id()), name);
                    var item = leaf(new Item.Folder(collection, count, target));
                    item.getChildren().setAll(collections(content, Optional.of(collection.id())));
                    item.setExpanded(!closed.contains(collection.id()));
                    item.expandedProperty().subscribe(open -> remember(collection.id(), open));
                    return item;
                })
                .toList();
    }

    private void remember(CollectionId collection, boolean open) {
        if (open) {
            closed.remove(collection);
        } else {
            closed.add(collection);
        }
    }

    private static List<TreeItem<Item>> labels(Content content) {
        return content.labels().stream()
                .map(label -> leaf(new Item.Tag(
                        label,
                        content.counts().labels().getOrDefault(label.id(), 0),
                        new Place.Shelf(new Shelf.Labelled(label.id()), "#" + label.name()))))
                .toList();
    }

    private static TreeItem<Item> leaf(Item item) {
        return new TreeItem<>(item);
    }

    /// Marks the line of what the list shows, also after the lines were read anew.
    private void markPlace() {
        var before = filling;
        filling = true;
        find(getRoot(), place.get())
                .ifPresentOrElse(
                        item -> getSelectionModel().select(item),
                        () -> getSelectionModel().clearSelection());
        filling = before;
    }

    private static Optional<TreeItem<Item>> find(TreeItem<Item> above, Place place) {
        for (var item : above.getChildren()) {
            if (item.getValue().target().equals(Optional.of(place))) {
                return Optional.of(item);
            }
            var below = find(item, place);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
