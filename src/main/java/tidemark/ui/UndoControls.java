package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.undo.LaterEdit;
import tidemark.library.undo.UndoStack.Choice;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Undo;
import tidemark.ui.conflicts.ConflictWords;

/// The window's controls for undo: two buttons that say what they would take back or make again, a toast after a step
/// that may have changed what is not on show, and the question where an undo meets later edits.
final class UndoControls {
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_VALUE = 60;

    private final Undo undo;
    private final Consumer<Runnable> afterSaving;
    private final Toast toast = new Toast();
    private final Button undoButton = Icons.button(Feather.CORNER_UP_LEFT, text("undo.button"));
    private final Button redoButton = Icons.button(Feather.CORNER_UP_RIGHT, text("redo.button"));

    /// @param afterSaving saves what is typed, and then runs the action that it is given
    UndoControls(Undo undo, Consumer<Runnable> afterSaving) {
        this.undo = undo;
        this.afterSaving = afterSaving;
        undoButton.setId("undo");
        redoButton.setId("redo");
        undoButton.setOnAction(_ -> undo());
        redoButton.setOnAction(_ -> redo());
        show(undoButton, undo.undoable(), "undo.button", "undo.button.step");
        show(redoButton, undo.redoable(), "redo.button", "redo.button.step");
        undo.onNews(words -> toast.show(words, text("undo.action"), this::undo));
        undo.onReverted((words, isUndo) -> toast.show(
                text(isUndo ? "undo.done" : "redo.done", words),
                text(isUndo ? "redo.action" : "undo.action"),
                isUndo ? this::redo : this::undo));
        undo.onMeeting(this::ask);
    }

    private static void show(Button button, ObservableValue<Optional<String>> step, String key, String keyOfStep) {
        step.subscribe(words -> {
            button.setDisable(words.isEmpty());
            var name = words.map(known -> text(keyOfStep, known)).orElse(text(key));
            button.setAccessibleText(name);
            button.setTooltip(new Tooltip(name));
        });
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
