package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A grid of labelled fields, one in each row.
final class FieldGrid extends GridPane {
    FieldGrid() {
        getStyleClass().add("settings");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, fields);
    }

    /// Adds a row.
    ///
    /// @param key the message key of the label
    void row(String key, Node control) {
        var name = new Label(text(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(control);
        addRow(getRowCount(), name, control);
    }

    /// A field with this id.
    static TextField field(String id) {
        var field = new TextField();
        field.setId(id);
        return field;
    }
}
