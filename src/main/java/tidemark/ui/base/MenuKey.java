package tidemark.ui.base;

import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;

/// The Menu key and Shift+F10 in a window: they ask for the context menu of what has the focus; in a list for that of
/// the selected line. The desktop does so by itself on some systems only, and never for a line.
public final class MenuKey {
    private final Scene scene;
    private boolean asking;

    private MenuKey(Scene scene) {
        this.scene = scene;
    }

    /// Gives the keys their meaning in this scene.
    public static void install(Scene scene) {
        var key = new MenuKey(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key::pressed);
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, key::filter);
    }

    private void pressed(KeyEvent event) {
        var owner = Optional.ofNullable(scene.getFocusOwner());
        if (Keys.MENU.matches(event) && owner.isPresent()) {
            event.consume();
            ask(line(owner.get()).orElse(owner.get()));
        }
    }

    /// Drops what the desktop asks for beside this.
    private void filter(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() && !asking) {
            event.consume();
        }
    }

    private void ask(Node node) {
        var bounds = node.getLayoutBounds();
        var at = new Point2D(bounds.getMinX() + Math.min(40, bounds.getWidth() / 2), bounds.getCenterY());
        var inScene = node.localToScene(at);
        var onScreen = node.localToScreen(at);
        asking = true;
        Event.fireEvent(
                node,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        inScene.getX(),
                        inScene.getY(),
                        onScreen.getX(),
                        onScreen.getY(),
                        true,
                        new PickResult(node, inScene.getX(), inScene.getY())));
        asking = false;
    }

    /// The selected line of a list, table or tree, if it is in view.
    private static Optional<Node> line(Node owner) {
        return owner instanceof ListView<?> || owner instanceof TreeView<?> || owner instanceof TableView<?>
                ? owner.lookupAll(".indexed-cell").stream()
                        .filter(cell -> cell instanceof IndexedCell<?> line && line.isSelected() && !line.isEmpty())
                        .filter(Node::isVisible)
                        .findFirst()
                : Optional.empty();
    }
}
