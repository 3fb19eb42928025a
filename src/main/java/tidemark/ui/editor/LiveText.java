package tidemark.ui.editor;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;
import tidemark.merge.TextPatch;

/// A two-way binding of a text control and a value. Typing goes to the value; a change of the value from elsewhere is
/// applied to the control as an edit of just those places, so that caret, selection and undo stay as they are.
final class LiveText {
    private final TextInputControl control;
    private boolean applying;

    private LiveText(TextInputControl control) {
        this.control = control;
    }

    /// Shows `value` in `control` and passes to `typed` the text as the person types.
    static void bind(TextInputControl control, ObservableValue<String> value, Consumer<String> typed) {
        var live = new LiveText(control);
        control.setText(value.getValue());
        control.textProperty().addListener((_, _, now) -> {
            if (!live.applying) {
                typed.accept(now);
            }
        });
        value.subscribe(live::show);
    }

    private void show(String text) {
        if (text.equals(control.getText())) {
            return;
        }
        applying = true;
        try {
            applyEdits(text);
        } finally {
            applying = false;
        }
    }

    private void applyEdits(String text) {
        var was = control.getText();
        var splices = TextPatch.between(was, text).splices();
        var caret = control.getCaretPosition();
        var anchor = control.getAnchor();
        for (var splice : splices.reversed()) {
            var begin = was.offsetByCodePoints(0, splice.at());
            var end = begin + splice.removed().length();
            control.replaceText(begin, end, splice.added());
            caret = moved(caret, begin, end, splice.added().length());
            anchor = moved(anchor, begin, end, splice.added().length());
        }
        control.selectRange(anchor, caret);
    }

    /// The place of a caret after an edit: one behind the edit moves with it, one inside it stays as near as it can.
    private static int moved(int place, int begin, int end, int added) {
        if (place <= begin) {
            return place;
        }
        return place >= end ? place + added - (end - begin) : Math.min(place, begin + added);
    }
}
