package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import atlantafx.base.controls.Popover;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import tidemark.ui.base.KeyWords;
import tidemark.ui.base.Keys;

/// The button that shows the keys of the conflict window.
final class KeysButton extends Button {
    private final Popover popover;

    KeysButton() {
        super(text("conflict.keys"));
        setId("conflict-keys");
        getStyleClass().addAll("flat", "compact");
        setTooltip(new Tooltip(text("conflict.keys.hint")));
        popover = new Popover(keys());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        setOnAction(_ -> toggle());
    }

    /// Shows the keys, or hides them.
    void toggle() {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(this);
        }
    }

    private static GridPane keys() {
        var grid = new GridPane();
        grid.getStyleClass().addAll("facts", "conflict-keys");
        Stream.concat(
                        Stream.of(Keys.values()).filter(key -> key.group() == Keys.Group.CONFLICTS),
                        Stream.of(Keys.UNDO, Keys.REDO))
                .forEach(key -> {
                    var written = new Label(KeyWords.combinations(key));
                    written.getStyleClass().add("key");
                    grid.addRow(grid.getRowCount(), written, new Label(KeyWords.effect(key)));
                });
        return grid;
    }
}
