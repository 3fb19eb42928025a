package tidemark.ui.typing;

import javafx.beans.value.ObservableValue;

/// The undo of the text in one control.
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
}
