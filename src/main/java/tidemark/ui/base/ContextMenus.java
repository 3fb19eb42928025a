package tidemark.ui.base;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;

/// The context menus of a node, which are made when they are asked for.
///
/// A menu that a control holds itself lends its items' keys to the whole window: Delete, beside an item of a
/// list, would
/// work in every other list, too. These only show them.
public final class ContextMenus {
    private final Node node;
    private final Supplier<Optional<ContextMenu>> menu;
    private Optional<ContextMenu> shown = Optional.empty();

    private ContextMenus(Node node, Supplier<Optional<ContextMenu>> menu) {
        this.node = node;
        this.menu = menu;
    }

    /// Gives a node menus, by the pointer and by the keyboard.
    ///
    /// @param menu the menu for the moment; empty for none
    public static void install(Node node, Supplier<Optional<ContextMenu>> menu) {
        var menus = new ContextMenus(node, menu);
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menus::show);
    }

    private void show(ContextMenuEvent event) {
        shown.ifPresent(ContextMenu::hide);
        shown = menu.get();
        shown.ifPresent(made -> {
            made.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }
}
