package tidemark.ui.sidebar;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.ContextMenus;
import tidemark.ui.base.Dragged;
import tidemark.ui.base.Icons;

/// A cell of the sidebar.
final class ItemCell extends TreeCell<SidebarItem> {
    private static final double DOT = 5;

    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final SidebarModel model;
    private final ItemCommands commands;

    ItemCell(SidebarModel model, ItemCommands commands) {
        this.model = model;
        this.commands = commands;
        getStyleClass().add("sidebar-item");
        ContextMenus.install(this, () -> Optional.ofNullable(getItem()).flatMap(commands::menu));
        dragging();
    }

    @Override
    protected void updateItem(SidebarItem item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove("heading");
        setText(null);
        setDisable(false);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case SidebarItem.Shelf(var icon, var title, var count, var _) -> {
                var _ = show(Icons.icon(icon), title, count);
            }
            case SidebarItem.Folder(var collection, var count, var _) -> show(collection, count);
            case SidebarItem.Tag(var label, var count, var _) -> {
                var dot = new Circle(DOT);
                dot.getStyleClass().addAll("dot", "colour-" + label.colour().text());
                var _ = show(dot, label.name(), count);
            }
            case SidebarItem.Heading heading -> heading(heading);
        }
    }

    /// Shows a collection, with a pin where all its files are kept on this device.
    private void show(Collection collection, int count) {
        var name = collection.details().name();
        var number = show(Icons.icon(Feather.FOLDER), name, count);
        if (model.content().get().pinned().contains(collection.id())) {
            var pin = Icons.icon(Feather.MAP_PIN);
            pin.getStyleClass().add("pin");
            number.setGraphic(pin);
            setAccessibleText(text("sidebar.spoken.pinned", name, count));
        }
    }

    private Label show(Node icon, String title, int count) {
        var name = new Label(title);
        name.setMinWidth(0);
        var number = new Label(count == 0 ? "" : String.format(Locale.ENGLISH, "%,d", count));
        number.getStyleClass().addAll("text-muted", "text-small");
        number.setMinWidth(Region.USE_PREF_SIZE);
        line(icon, name, number);
        setAccessibleText(text("sidebar.spoken", title, count));
        return number;
    }

    private void heading(SidebarItem.Heading heading) {
        getStyleClass().add("heading");
        setAccessibleText(heading.title());
        var name = new Label(heading.title());
        name.getStyleClass().addAll("text-caption", "text-muted");
        if (heading.canAdd()) {
            line(name, new Region(), addButton());
        } else {
            line(name, new Region(), new Region());
        }
    }

    private Button addButton() {
        var add = Icons.button(Feather.PLUS, text("sidebar.collection.new"));
        add.setId("new-collection");
        add.getStyleClass().add("small");
        add.setOnAction(_ -> commands.create());
        return add;
    }

    private void line(Node first, Region middle, Node last) {
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(first, middle, last);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sidebar-line");
        setGraphic(line);
    }

    /// Lets a collection be dragged, and takes drops where the item has a use for them; the item is marked while the
    /// pointer is over it, and anywhere else the pointer says no.
    private void dragging() {
        setOnDragDetected(event -> {
            if (getItem() instanceof SidebarItem.Folder(var collection, var _, var _)) {
                Dragged.COLLECTION.put(
                        startDragAndDrop(TransferMode.MOVE),
                        List.of(collection.id().text()));
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (drop(event.getDragboard()).isPresent()) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragEntered(event ->
                pseudoClassStateChanged(TARGET, drop(event.getDragboard()).isPresent()));
        setOnDragExited(_ -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(event -> {
            var drop = drop(event.getDragboard());
            drop.ifPresent(Runnable::run);
            event.setDropCompleted(drop.isPresent());
            event.consume();
        });
    }

    private Optional<Runnable> drop(Dragboard board) {
        var target = new DropTarget(model, Optional.ofNullable(getItem()));
        return Dragged.PROJECTS
                .read(board)
                .map(ids -> ids.stream().map(ProjectId::new).toList())
                .flatMap(target::projects)
                .or(() -> Dragged.COLLECTION
                        .read(board)
                        .flatMap(ids -> target.collection(new CollectionId(ids.getFirst()))));
    }
}
