package tidemark.ui.sidebar;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Label;
import tidemark.ui.base.Keys;
import tidemark.ui.base.NamePrompt;

/// The commands on an item of the sidebar: by keys, and in its context menu, which shows those keys.
///
/// @param owner the window, for prompts
/// @param toList moves the keyboard focus to the list
record ItemCommands(SidebarModel model, Supplier<Window> owner, Runnable toList) {
    /// Does what the key says, if it says something.
    ///
    /// @param item the selected item
    void pressed(KeyEvent event, SidebarItem item) {
        if (Keys.RENAME.matches(event)) {
            rename(item);
        } else if (Keys.DELETE.matches(event)) {
            delete(item);
        } else if (Keys.OPEN.matches(event) || Keys.BACK.matches(event)) {
            toList.run();
        }
    }

    /// The menu of the item, if it has one.
    Optional<ContextMenu> menu(SidebarItem item) {
        return switch (item) {
            case SidebarItem.Folder(var collection, var _, var _) -> Optional.of(menu(item, collection));
            case SidebarItem.Tag _ ->
                Optional.of(new ContextMenu(
                        Keys.RENAME.on(action("sidebar.rename", () -> rename(item))),
                        Keys.DELETE.on(action("sidebar.label.delete", () -> delete(item)))));
            case SidebarItem.Heading(var _, var canAdd)
            when canAdd -> Optional.of(new ContextMenu(action("sidebar.collection.new", this::create)));
            case SidebarItem.Shelf _, SidebarItem.Heading _ -> Optional.empty();
        };
    }

    private ContextMenu menu(SidebarItem item, Collection collection) {
        return new ContextMenu(
                action("sidebar.collection.inside", () -> create(collection)),
                Keys.RENAME.on(action("sidebar.rename", () -> rename(item))),
                action("sidebar.collection.top", () -> model.nest(collection.id(), Optional.empty())),
                pinning(collection.id()),
                new SeparatorMenuItem(),
                Keys.DELETE.on(action("sidebar.collection.trash", () -> delete(item))));
    }

    private MenuItem pinning(CollectionId collection) {
        var isPinned = model.content().get().pinned().contains(collection);
        return action(
                isPinned ? "sidebar.collection.unpin" : "sidebar.collection.pin",
                () -> model.pin(collection, !isPinned));
    }

    private static MenuItem action(String key, Runnable action) {
        var item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Asks for the name of a new collection, and makes it at the top.
    void create() {
        ask(text("sidebar.collection.new"), "").ifPresent(name -> model.createCollection(name, Optional.empty()));
    }

    private void create(Collection above) {
        ask(text("sidebar.collection.inside"), "")
                .ifPresent(name -> model.createCollection(name, Optional.of(above.id())));
    }

    private void rename(SidebarItem item) {
        switch (item) {
            case SidebarItem.Folder(var collection, var _, var _) -> rename(collection);
            case SidebarItem.Tag(var label, var _, var _) -> rename(label);
            case SidebarItem.Shelf _, SidebarItem.Heading _ -> {}
        }
    }

    private void rename(Collection collection) {
        ask(text("sidebar.rename"), collection.details().name()).ifPresent(name -> model.rename(collection, name));
    }

    private void rename(Label label) {
        ask(text("sidebar.rename"), label.name()).ifPresent(name -> model.rename(label, name));
    }

    private void delete(SidebarItem item) {
        switch (item) {
            case SidebarItem.Folder(var collection, var _, var _) -> model.trash(collection.id());
            case SidebarItem.Tag(var label, var _, var _) -> model.delete(label);
            case SidebarItem.Shelf _, SidebarItem.Heading _ -> {}
        }
    }

    private Optional<String> ask(String title, String name) {
        return NamePrompt.ask(owner.get(), title, name);
    }
}
