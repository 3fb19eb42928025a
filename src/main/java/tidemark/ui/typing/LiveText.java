package tidemark.ui.typing;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextInputControl;

/// A two-way binding of a text control and a value, with the history of what is typed. Typing goes to the value; a
/// change of the value from elsewhere is applied to the control as an edit of just those places, so that caret and
/// selection stay as they are.
public final class LiveText implements TextUndo {
    private final TextInputControl control;
    private final Consumer<String> typed;
    private final TypingHistory history;

    /// The selection as it was before the edit under way.
    private Selection selection;

    private boolean applying;

    private LiveText(TextInputControl control, Consumer<String> typed, TypingHistory history) {
        this.control = control;
        this.typed = typed;
        this.history = history;
        selection = selection();
    }

    /// Shows `value` in `control` and passes to `typed` the text as the person types.
    ///
    /// @param history the history of this text, as it is now
    public static void bind(
            TextInputControl control, ObservableValue<String> value, Consumer<String> typed, TypingHistory history) {
        control.setText(value.getValue());
        var live = new LiveText(control, typed, history);
        ControlUndo.replace(control, live);
        control.textProperty().addListener((_, was, now) -> live.edited(was, now));
        control.caretPositionProperty().subscribe(live::selected);
        control.anchorProperty().subscribe(live::selected);
        value.subscribe(live::show);
    }

    private Selection selection() {
        return new Selection(control.getAnchor(), control.getCaretPosition());
    }

    private void selected() {
        selection = selection();
        if (!applying) {
            history.selected(selection);
        }
    }

    private void edited(String was, String now) {
        if (!applying) {
            history.foreign(was);
            history.edited(edit(was, now), selection);
            typed.accept(now);
        }
    }

    /// The edit that was made, as near to the selection before it as can be: "aa" says not which of its letters is new.
    private Splice edit(String was, String now) {
        var most = Math.min(was.length(), now.length());
        var behind = was.length() - Math.max(selection.anchor(), selection.caret());
        int suffix = 0;
        while (suffix < Math.min(most, behind)
                && was.charAt(was.length() - 1 - suffix) == now.charAt(now.length() - 1 - suffix)) {
            suffix++;
        }
        int prefix = 0;
        while (prefix < most - suffix && was.charAt(prefix) == now.charAt(prefix)) {
            prefix++;
        }
        return new Splice(prefix, was.length() - suffix - prefix, now.substring(prefix, now.length() - suffix));
    }

    private void show(String text) {
        history.foreign(text);
        var was = control.getText();
        if (!text.equals(was)) {
            var change = Splices.between(was, text);
            apply(change, selection().after(change));
        }
    }

    private void apply(Splices change, Selection after) {
        applying = true;
        try {
            for (var splice : change.list().reversed()) {
                control.replaceText(splice.at(), splice.at() + splice.removed(), splice.added());
            }
            control.selectRange(after.anchor(), after.caret());
        } finally {
            applying = false;
        }
    }

    private void revert(TypingHistory.Change change) {
        change.changes().forEach(part -> apply(part, change.selection()));
        typed.accept(control.getText());
    }

    @Override
    public ObservableValue<Boolean> undoable() {
        return history.undoable();
    }

    @Override
    public ObservableValue<Boolean> redoable() {
        return history.redoable();
    }

    @Override
    public void undo() {
        history.undo().ifPresent(this::revert);
    }

    @Override
    public void redo() {
        history.redo().ifPresent(this::revert);
    }

    @Override
    public void command(Runnable edits) {
        history.command(selection(), edits);
    }

    @Override
    public boolean isOfRecord() {
        return true;
    }
}
