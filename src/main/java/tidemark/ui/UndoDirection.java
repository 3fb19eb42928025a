package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import tidemark.ui.typing.TextUndo;

/// Undo or redo: its button, its key, and which of the two undos they mean. In a text with the keyboard focus they are
/// the text's own, as long as there is something typed to take back; elsewhere, and in a text that nobody has typed in,
/// they are the library's. A text that was typed in never hands its key on: a key that is held down stops at the
/// typing.
final class UndoDirection {
    /// The text's part of a direction.
    ///
    /// @param has whether the text has a step
    /// @param revert takes it
    record InText(Function<TextUndo, ObservableValue<Boolean>> has, Consumer<TextUndo> revert) {}

    /// The library's part of a direction.
    ///
    /// @param step the words of its step
    /// @param revert takes it
    record InLibrary(ObservableValue<Optional<String>> step, Runnable revert) {}

    /// The keys of the messages.
    ///
    /// @param none the name of the button when there is no step
    /// @param step its name for a step of the library, with the key that takes it
    /// @param only its name for a step of the library that the key does not take
    /// @param typing its name for typing
    record Names(String none, String step, String only, String typing) {}

    private final Button button;
    private final Names names;
    private final InText inText;
    private final InLibrary inLibrary;
    private Optional<TextUndo> focused = Optional.empty();
    private Subscription subscription = Subscription.EMPTY;

    UndoDirection(Button button, Names names, InText inText, InLibrary inLibrary) {
        this.button = button;
        this.names = names;
        this.inText = inText;
        this.inLibrary = inLibrary;
        inLibrary.step().subscribe(_ -> show());
    }

    /// Means this text from now on, or none.
    void focus(Optional<TextUndo> text) {
        subscription.unsubscribe();
        focused = text;
        subscription = text.map(undo -> Subscription.combine(
                        undo.undoable().subscribe(_ -> show()), undo.redoable().subscribe(_ -> show())))
                .orElse(Subscription.EMPTY);
        show();
    }

    private boolean hasTyping() {
        return focused.filter(undo -> inText.has().apply(undo).getValue()).isPresent();
    }

    private boolean isKeyOfLibrary() {
        return focused.filter(undo -> !undo.isUntouched()).isEmpty();
    }

    private void show() {
        var step = inLibrary.step().getValue();
        var name = hasTyping()
                ? text(names.typing())
                : step.map(words -> text(isKeyOfLibrary() ? names.step() : names.only(), words))
                        .orElse(text(names.none()));
        button.setDisable(!hasTyping() && step.isEmpty());
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
    }

    /// Takes the step that the button names.
    void click() {
        if (hasTyping()) {
            focused.ifPresent(inText.revert());
        } else {
            inLibrary.revert().run();
        }
    }

    /// Takes the step that the key means.
    ///
    /// @param onEnd receives the library's step where the text has none left, and the key is not the library's
    void press(Consumer<Optional<String>> onEnd) {
        if (hasTyping() || isKeyOfLibrary()) {
            click();
        } else {
            onEnd.accept(inLibrary.step().getValue());
        }
    }
}
