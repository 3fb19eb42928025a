package tidemark.ui.typing;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;

/// The undo that JavaFX keeps for a control, which serves where the text is not that of a record.
public final class ControlUndo implements TextUndo {
    private final TextInputControl control;

    private ControlUndo(TextInputControl control) {
        this.control = control;
    }

    /// Replaces JavaFX's undo of a control by this one, also in its context menu.
    public static void replace(TextInputControl control, TextUndo undo) {
        control.getProperties().put(TextUndo.class, undo);
        control.setContextMenu(new TextMenu(control, undo));
    }

    /// The undo of the text of this control.
    public static TextUndo of(TextInputControl control) {
        return control.getProperties().get(TextUndo.class) instanceof TextUndo other ? other : new ControlUndo(control);
    }

    /// The undo of the text in which this node lets a person type, if it does.
    public static Optional<TextUndo> at(Node node) {
        return switch (node) {
            case TextInputControl control -> Optional.of(of(control));
            case DatePicker picker -> Optional.of(of(picker.getEditor()));
            case ComboBox<?> box when box.isEditable() -> Optional.of(of(box.getEditor()));
            default -> Optional.empty();
        };
    }

    @Override
    public ObservableValue<Boolean> undoable() {
        return control.undoableProperty();
    }

    @Override
    public ObservableValue<Boolean> redoable() {
        return control.redoableProperty();
    }

    @Override
    public void undo() {
        control.undo();
    }

    @Override
    public void redo() {
        control.redo();
    }

    @Override
    public void command(Runnable edits) {
        edits.run();
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }
}
