package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tidemark.ui.base.Keys;
import tidemark.ui.typing.ControlUndo;
import tidemark.ui.typing.LiveText;
import tidemark.ui.typing.TextUndo;

/// The lines of a row of the result while the person types in them. Each key is in the result at once.
final class PieceEditor extends TextArea {
    private static final int MIN_ROWS = 2;
    private static final int MAX_ROWS = 14;
    private static final int LETTERS = 24;

    /// @param lines the lines as they are in the result
    PieceEditor(PieceEdits edits, PieceRow.Lines row, String lines) {
        var whole = row.piece().lines();
        var isLast = row.part() == row.parts() - 1;
        var from = Math.min(row.part() * ShownLines.MAX_LINES, whole.size());
        var before = String.join("", whole.subList(0, from));
        var after = isLast ? "" : row.piece().text().substring(before.length() + lines.length());
        var feed = lines.endsWith("\r\n") ? "\r\n" : lines.endsWith("\n") ? "\n" : "";
        var shown = lines.substring(0, lines.length() - feed.length());
        setWrapText(true);
        getStyleClass().add("piece-editor");
        setId("conflict-result");
        setAccessibleText(text("conflict.result"));
        textProperty().subscribe(now -> setPrefRowCount(rows(now)));
        LiveText.bind(
                this,
                new SimpleStringProperty(shown),
                now -> {
                    row.piece().type(before + (now.isEmpty() ? "" : now + feed) + after);
                    edits.tell(row.piece());
                },
                edits.typing(row, shown));
        focusedProperty().addListener((_, _, has) -> {
            if (!has && getScene() != null) { // not when its row went out of view
                edits.end(row);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, edits));
    }

    private void press(KeyEvent event, PieceEdits edits) {
        if (Keys.LEAVE.matches(event) || leaves(event)) {
            edits.table().focusRows();
            event.consume();
        } else if (Keys.UNDO.matches(event)) {
            undo(ControlUndo.of(this));
            event.consume();
        } else if (Keys.REDO.matches(event)) {
            redo(ControlUndo.of(this));
            event.consume();
        }
    }

    /// Takes back what was typed here; where nothing was yet, the key is the window's.
    private void undo(TextUndo typed) {
        if (typed.isUntouched()) {
            onWindow(Keys.UNDO);
        } else {
            typed.undo();
        }
    }

    private void redo(TextUndo typed) {
        if (typed.isUntouched()) {
            onWindow(Keys.REDO);
        } else {
            typed.redo();
        }
    }

    private void onWindow(Keys keys) {
        keys.combinations().stream()
                .map(getScene().getAccelerators()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(Runnable::run);
    }

    /// About the number of rows that the text takes when it is wrapped in a narrow column.
    private static int rows(String text) {
        var rows = text.lines().mapToLong(line -> 1 + line.length() / LETTERS).sum();
        return Math.clamp(rows + 1, MIN_ROWS, MAX_ROWS);
    }

    /// Whether the key leaves the text: Tab, as everywhere in the window.
    private static boolean leaves(KeyEvent event) {
        return event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown();
    }
}
