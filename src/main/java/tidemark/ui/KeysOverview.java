package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import tidemark.ui.base.KeyWords;
import tidemark.ui.base.Keys;
import tidemark.ui.base.Keys.Group;
import tidemark.ui.base.ScreenBounds;

/// The overview of all keys, from the table by which they work.
final class KeysOverview extends Dialog<ButtonType> {
    /// The height in pixels that there is room for on a small screen.
    private static final double HEIGHT = 540;

    KeysOverview(Window owner) {
        initOwner(owner);
        initModality(Modality.NONE);
        setTitle(text("keys.title"));
        setHeaderText(null);
        setResizable(true);
        var pane = getDialogPane();
        pane.getStyleClass().add("keys-overview");
        pane.setId("keys-overview");
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.setContent(columns());
        ScreenBounds.center(this, owner);
    }

    private static Node columns() {
        var left = new VBox(group(Group.WINDOW), group(Group.LISTS));
        left.getStyleClass().add("keys-column");
        var right = new VBox(group(Group.TEXTS), group(Group.CONFLICTS));
        right.getStyleClass().add("keys-column");
        var columns = new HBox(left, right);
        columns.getStyleClass().add("keys-columns");
        var scrolled = new ScrollPane(columns);
        scrolled.setFitToWidth(true);
        scrolled.setPrefViewportHeight(HEIGHT);
        scrolled.getStyleClass().add("edge-to-edge");
        return scrolled;
    }

    private static Node group(Group group) {
        var grid = new GridPane();
        grid.getStyleClass().add("keys-group");
        var head = new Label(KeyWords.place(group));
        head.getStyleClass().add("text-bold");
        grid.add(head, 0, 0, 2, 1);
        Stream.of(Keys.values()).filter(key -> key.group() == group).forEach(key -> add(grid, key));
        return grid;
    }

    private static void add(GridPane grid, Keys key) {
        var written = new Label(KeyWords.combinations(key));
        written.getStyleClass().add("key");
        written.setMinWidth(Region.USE_PREF_SIZE);
        var words = new Label(KeyWords.effect(key));
        words.setWrapText(true);
        words.setLabelFor(written);
        GridPane.setValignment(written, VPos.TOP);
        grid.addRow(grid.getRowCount(), written, words);
    }
}
