package tidemark.ui.typing;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextInputControl;

/// The undo of the text in one control: its typing history, or else what JavaFX keeps for a control that shows no
/// record's text.
public interface TextUndo {
    /// Whether something typed can be taken back.
    ObservableValue<Boolean> undoable();

    /// Whether something can be made again.
    ObservableValue<Boolean> redoable();

    /// Takes the newest step back, if there is one.
    void undo();

    /// Makes the step that was taken back last again, if there is one.
    void redo();

    /// Runs a command that edits the text, as one step.
    void command(Runnable edits);

    /// Whether the text is that of a record, so that its steps outlive the control.
    boolean isOfRecord();

    /// Whether nothing was typed here yet that could be taken back or made again.
    default boolean isUntouched() {
        return !undoable().getValue() && !redoable().getValue();
    }

    /// Makes this the undo of a control.
    static void install(TextInputControl control, TextUndo undo) {
        control.getProperties().put(TextUndo.class, undo);
        control.setContextMenu(new TextMenu(control));
    }

    /// The undo of the text of this control.
    static TextUndo of(TextInputControl control) {
        return control.getProperties().get(TextUndo.class) instanceof TextUndo installed
                ? installed
                : new ControlUndo(control);
    }

    /// The undo of the text in which this node lets a person type, if it does.
    static Optional<TextUndo> at(Node node) {
        return switch (node) {
            case TextInputControl control -> Optional.of(of(control));
            case DatePicker picker -> Optional.of(of(picker.getEditor()));
            case ComboBox<?> box when box.isEditable() -> Optional.of(of(box.getEditor()));
            default -> Optional.empty();
        };
    }
}
