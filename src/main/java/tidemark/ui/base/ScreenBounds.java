package tidemark.ui.base;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The bounds of a window on the screens that are there.
public final class ScreenBounds {
    private ScreenBounds() {}

    /// Gives the stage these bounds, moved and cut to fit the screen that they are on, or the first one: the screen of
    /// that time may be gone.
    public static void apply(Stage stage, Rectangle2D wanted) {
        var fitting = within(wanted, screen(wanted));
        stage.setX(fitting.getMinX());
        stage.setY(fitting.getMinY());
        stage.setWidth(fitting.getWidth());
        stage.setHeight(fitting.getHeight());
    }

    /// Places a dialog that is about to be shown over the middle of its owner, and on the screen as a whole: it may be
    /// wider than its owner, which may stand at the edge.
    public static void center(Dialog<?> dialog, Window owner) {
        var pane = dialog.getDialogPane();
        pane.applyCss();
        pane.layout();
        var width = pane.prefWidth(-1);
        var height = pane.prefHeight(width);
        var wanted = new Rectangle2D(
                owner.getX() + (owner.getWidth() - width) / 2,
                owner.getY() + (owner.getHeight() - height) / 2,
                width,
                height);
        var fitting = within(wanted, screen(wanted));
        dialog.setX(fitting.getMinX());
        dialog.setY(fitting.getMinY());
    }

    private static Rectangle2D screen(Rectangle2D bounds) {
        return Screen.getScreensForRectangle(bounds).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    /// These bounds, moved and cut so that they lie within the screen.
    public static Rectangle2D within(Rectangle2D bounds, Rectangle2D screen) {
        var width = Math.min(bounds.getWidth(), screen.getWidth());
        var height = Math.min(bounds.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.clamp(bounds.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(bounds.getMinY(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }
}
