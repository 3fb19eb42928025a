package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import atlantafx.base.controls.Popover;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

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
        text("conflict.keys.all").lines().forEach(line -> {
            var bar = line.indexOf('|');
            var key = new Label(line.substring(0, bar));
            key.getStyleClass().add("key");
            grid.addRow(grid.getRowCount(), key, new Label(line.substring(bar + 1)));
        });
        return grid;
    }
}
