package tidemark.ui.typing;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;

/// The undo that JavaFX keeps for a control.
record ControlUndo(TextInputControl control) implements TextUndo {
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
