package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.undo.LaterEdit;
import tidemark.library.undo.UndoStack.Choice;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.base.Undo;
import tidemark.ui.conflicts.ConflictWords;
import tidemark.ui.typing.ControlUndo;
import tidemark.ui.typing.TextUndo;

/// The window's controls for undo: two buttons that say what they would take back or make again, their keys, a toast
/// after a step that may have changed what is not on show, and the question where an undo meets later edits.
final class UndoControls {
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_VALUE = 60;

    private final Undo undo;
    private final Consumer<Runnable> afterSaving;
    private final Toast toast = new Toast();
    private final Button undoButton = Icons.button(Feather.CORNER_UP_LEFT, text("undo.button"));
    private final Button redoButton = Icons.button(Feather.CORNER_UP_RIGHT, text("redo.button"));
    private final UndoDirection back;
    private final UndoDirection forth;
    private Optional<Offer> offered = Optional.empty();
    private Optional<TextInputControl> typedIn = Optional.empty();

    /// @param afterSaving saves what is typed, and then runs the action that it is given
    UndoControls(Undo undo, Consumer<Runnable> afterSaving) {
        this.undo = undo;
        this.afterSaving = afterSaving;
        undoButton.setId("undo");
        redoButton.setId("redo");
        back = new UndoDirection(
                undoButton,
                new UndoDirection.Names("undo.button", "undo.button.step", "undo.button.only", "undo.button.typing"),
                new UndoDirection.InText(TextUndo::undoable, TextUndo::undo),
                new UndoDirection.InLibrary(undo.undoable(), this::undo));
        forth = new UndoDirection(
                redoButton,
                new UndoDirection.Names("redo.button", "redo.button.step", "redo.button.only", "redo.button.typing"),
                new UndoDirection.InText(TextUndo::redoable, TextUndo::redo),
                new UndoDirection.InLibrary(undo.redoable(), this::redo));
        undoButton.setOnAction(_ -> click(back));
        redoButton.setOnAction(_ -> click(forth));
        undo.onNews(words -> offerUndo(words, words));
        undo.onReverted((words, isUndo) -> {
            if (isUndo) {
                offerRedo(text("undo.done", words), words);
            } else {
                offerUndo(text("redo.done", words), words);
            }
        });
        undo.onMeeting(this::ask);
        undo.undoable().subscribe(_ -> withdrawStale());
        undo.redoable().subscribe(_ -> withdrawStale());
    }

    private void offerUndo(String news, String step) {
        offer(new Offer(news, undo.undoable(), step), text("undo.action"), this::undo);
    }

    private void offerRedo(String news, String step) {
        offer(new Offer(news, undo.redoable(), step), text("redo.action"), this::redo);
    }

    /// Tells the news with the action, or alone where the action would mean another step by now.
    private void offer(Offer made, String name, Runnable action) {
        if (made.stands()) {
            toast.show(made.news(), name, action);
            offered = Optional.of(made);
        } else {
            toast.show(made.news());
        }
    }

    /// Takes away the toast whose action would mean another step from now on.
    private void withdrawStale() {
        offered.filter(made -> !made.stands()).ifPresent(made -> {
            offered = Optional.empty();
            toast.withdraw(made.news());
        });
    }

    /// An action that a toast offers.
    ///
    /// @param next the step that the action would take
    /// @param step the step that it is meant for
    private record Offer(String news, ObservableValue<Optional<String>> next, String step) {
        boolean stands() {
            return next.getValue().equals(Optional.of(step));
        }
    }

    /// Makes the keys and the buttons mean the text that has the keyboard focus in this scene.
    void listenTo(Scene scene) {
        scene.focusOwnerProperty().subscribe(this::focus);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /// Means the text of this node. The buttons and the toast go on to mean the record's text that they took the focus
    /// from.
    private void focus(@Nullable Node owner) {
        if (isMine(owner) && typedIn.filter(text -> text.getScene() != null).isPresent()) {
            return;
        }
        var text = Optional.ofNullable(owner).flatMap(ControlUndo::at);
        typedIn = text.filter(TextUndo::isOfRecord).map(_ -> (TextInputControl) owner);
        back.focus(text);
        forth.focus(text);
    }

    private boolean isMine(@Nullable Node node) {
        return node != null && (List.of(undoButton, redoButton, toast).contains(node) || isMine(node.getParent()));
    }

    private void click(UndoDirection direction) {
        typedIn.filter(text -> text.getScene() == null).ifPresent(_ -> focus(null));
        direction.click();
        typedIn.filter(text -> !text.isFocused()).ifPresent(text -> {
            var anchor = text.getAnchor();
            var caret = text.getCaretPosition();
            text.requestFocus();
            text.selectRange(anchor, caret);
        });
    }

    private void press(KeyEvent event) {
        if (Keys.UNDO.matches(event)) {
            event.consume();
            back.press(this::tellAllUndone);
        } else if (Keys.REDO.matches(event)) {
            event.consume();
            forth.press(this::tellAllRedone);
        }
    }

    /// Says that this text has nothing to take back any more, and offers the library's step, or the typing again.
    private void tellAllUndone(Optional<String> elsewhere) {
        elsewhere.ifPresentOrElse(
                step -> offerUndo(text("undo.end.elsewhere", step), step),
                () -> typedIn.ifPresent(_ -> toast.show(text("undo.end"), text("redo.action"), () -> click(forth))));
    }

    private void tellAllRedone(Optional<String> elsewhere) {
        elsewhere.ifPresentOrElse(
                step -> offerRedo(text("redo.end.elsewhere", step), step),
                () -> typedIn.ifPresent(_ -> toast.show(text("redo.end"), text("undo.action"), () -> click(back))));
    }

    void undo() {
        afterSaving.accept(undo::undo);
    }

    void redo() {
        afterSaving.accept(undo::redo);
    }

    List<Button> buttons() {
        return List.of(undoButton, redoButton);
    }

    Toast toast() {
        return toast;
    }

    private void ask(Undo.Question question) {
        var keep = new ButtonType(text("undo.ask.keep"), ButtonData.OK_DONE);
        var replace = new ButtonType(text("undo.ask.replace"), ButtonData.OTHER);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, list(question.later()), keep, replace, ButtonType.CANCEL);
        alert.initOwner(window());
        alert.setTitle(text("undo.button"));
        alert.setHeaderText(text("undo.ask", question.words()));
        alert.setGraphic(Icons.large(Feather.CORNER_UP_LEFT, "warning"));
        alert.showAndWait()
                .filter(answer -> !answer.equals(ButtonType.CANCEL))
                .ifPresent(answer ->
                        question.goOn().accept(answer.equals(keep) ? Choice.KEEP_LATER : Choice.REPLACE_LATER));
    }

    private Window window() {
        return toast.getScene().getWindow();
    }

    private static String list(List<LaterEdit> later) {
        var lines = later.stream().limit(MOST_LISTED).map(UndoControls::line).toList();
        var rest = later.size() - lines.size();
        return String.join("\n", lines) + (rest > 0 ? "\n" + text("undo.ask.more", rest) : "");
    }

    private static String line(LaterEdit edit) {
        var kind = ConflictWords.kind(edit.record());
        return edit.obstacle()
                .map(problem -> text("undo.ask.obstacle", kind, problem.cause()))
                .orElseGet(() -> text(
                        "undo.ask.line",
                        ConflictWords.field(edit.field()),
                        kind,
                        value(edit.current()),
                        value(edit.was())));
    }

    private static String value(Row row) {
        var words = row.values().values().stream()
                .map(Value::toString)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(text("conflict.nothing"))
                .replace('\n', ' ');
        return words.length() > LONGEST_VALUE ? words.substring(0, LONGEST_VALUE) + "…" : words;
    }
}
