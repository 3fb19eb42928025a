package tidemark.ui.conflicts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A choice and what it is about, in a frame that can be clicked anywhere.
final class ChoiceLine extends HBox {
    private static final double NAMES_WIDTH = 260;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    ChoiceLine(RadioButton radio, Node words) {
        super(radio, words);
        getStyleClass().add("conflict-line");
        radio.setMinWidth(NAMES_WIDTH);
        radio.setMaxWidth(NAMES_WIDTH);
        radio.setTooltip(new Tooltip(radio.getText()));
        radio.selectedProperty().subscribe(is -> pseudoClassStateChanged(SELECTED, is));
        HBox.setHgrow(words, Priority.ALWAYS);
        if (words instanceof Label label) {
            label.setMinWidth(0);
            label.setMinHeight(USE_PREF_SIZE);
        }
        setOnMouseClicked(_ -> radio.fire());
    }
}
