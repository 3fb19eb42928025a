package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.Library;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// The undo of what is typed, in the window.
@ExtendWith(ApplicationExtension.class)
final class TypingUndoTest {
    private static final String TEXT = "first\n\nlast\n";

    @TempDir
    Path folder;

    private OpenWindow open;
    private Library library;
    private ProjectId river;
    private ProjectId kitchen;

    @BeforeEach
    void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        library = open.app.library();
        river = library.projects()
                .create(ProjectDetails.titled("River").withSummary(TEXT))
                .id();
        kitchen = library.projects().create(ProjectDetails.titled("Kitchen")).id();
        until(() -> list().getItems().size() == 2);
        open("River");
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private ListView<?> list() {
        return (ListView<?>) open.stage.getScene().lookup("#projects");
    }

    private void open(String title) {
        fx(() -> {
            list().requestFocus();
            for (int row = 0; row < 2; row++) {
                if (list().getItems().get(row).toString().contains(title)) {
                    list().getSelectionModel().clearAndSelect(row);
                }
            }
            return true;
        });
        until(() -> field("title") != null && field("title").getText().equals(title));
    }

    private TextInputControl field(String id) {
        return (TextInputControl) open.stage.getScene().lookup("#" + id);
    }

    private String text(String id) {
        return fx(() -> field(id).getText());
    }

    private int caret(String id) {
        return fx(() -> field(id).getCaretPosition());
    }

    private void caretAt(String id, int place) {
        fx(() -> {
            field(id).requestFocus();
            field(id).positionCaret(place);
            return true;
        });
    }

    private String summary(ProjectId id) {
        return library.projects().find(id).orElseThrow().details().summary();
    }

    private String undoButton() {
        return button("undo");
    }

    private String button(String id) {
        return fx(() -> ((Button) open.stage.getScene().lookup("#" + id)).getAccessibleText());
    }

    private static void undo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    private static void redo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    /// Takes all typing back: on a slow machine there is a pause between two keys, and so a step more.
    private void undoAll(FxRobot robot) {
        while (undoButton().equals("Undo typing (Ctrl+Z)")) {
            undo(robot);
        }
    }

    private void redoAll(FxRobot robot) {
        while (button("redo").equals("Redo typing (Ctrl+Shift+Z)")) {
            redo(robot);
        }
    }

    @Test
    void typingIsUndoneAfterAnotherProjectWasOpen(FxRobot robot) {
        caretAt("summary", "first".length());
        robot.write(" here");
        open("Kitchen");
        caretAt("summary", 0);
        robot.write("tiles");
        eventually(() -> summary(river).equals("first here\n\nlast\n")
                && summary(kitchen).equals("tiles"));
        var was = library.projects().find(river).orElseThrow();
        library.projects().save(was, was.details().withSummary("FOREIGN\n\nfirst here\n\nlast, too\n"));
        open("River");
        until(() -> text("summary").startsWith("FOREIGN"));
        caretAt("summary", 0);
        assertThat(undoButton()).isEqualTo("Undo typing (Ctrl+Z)");
        undoAll(robot);
        assertThat(text("summary")).isEqualTo("FOREIGN\n\nfirst\n\nlast, too\n");
        assertThat(caret("summary")).isEqualTo("FOREIGN\n\nfirst".length());
        eventually(() -> summary(river).equals("FOREIGN\n\nfirst\n\nlast, too\n"));
        redoAll(robot);
        assertThat(text("summary")).isEqualTo("FOREIGN\n\nfirst here\n\nlast, too\n");
        assertThat(caret("summary")).isEqualTo("FOREIGN\n\nfirst here".length());
        open("Kitchen");
        caretAt("summary", 5);
        undoAll(robot);
        assertThat(text("summary")).isEmpty();
        assertThat(library.undo().undoable()).isEmpty();
        assertThat(library.conflicts().count()).isZero();
    }

    @Test
    void eachTextHasItsOwnAndACommandIsOneStepThere(FxRobot robot) {
        var note = library.notes().create(river, new NoteText("Plan", ""));
        fx(() -> {
            ((TabPane) open.stage.getScene().lookup("#parts"))
                    .getSelectionModel()
                    .select(1);
            return true;
        });
        until(() -> field("note-title") != null);
        eventually(
                () -> { // the list may draw the note once more, with a new field
                    caretAt("note-title", 4);
                    robot.push(KeyCode.BACK_SPACE);
                    return text("note-title").equals("Pla");
                });
        caretAt("note-body", 0);
        robot.write("- [ ] a");
        robot.push(KeyCode.TAB);
        robot.write("b");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> robot.lookup(".check-box").tryQuery().isPresent());
        OpenWindow.click(robot, ".check-box");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> field("note-body") != null && text("note-body").equals("  - [x] ab"));
        caretAt("note-body", 0);
        takesBack(robot, "note-body", "  - [ ] ab", 10);
        takesBack(robot, "note-body", "  - [ ] a", 9);
        takesBack(robot, "note-body", "- [ ] a", 7);
        redo(robot);
        assertThat(text("note-body")).isEqualTo("  - [ ] a");
        assertThat(caret("note-body")).isEqualTo(9);
        caretAt("note-title", 0);
        takesBack(robot, "note-title", "Plan", 4);
        robot.push(KeyCode.BACK_SPACE);
        undoByTheContextMenu("note-title");
        assertThat(text("note-title")).isEqualTo("Plan");
        eventually(
                () -> library.notes().find(note.id()).orElseThrow().text().equals(new NoteText("Plan", "  - [ ] a")));
    }

    private void takesBack(FxRobot robot, String id, String text, int caret) {
        undo(robot);
        assertThat(text(id)).isEqualTo(text);
        assertThat(caret(id)).isEqualTo(caret);
    }

    private void undoByTheContextMenu(String id) {
        fx(() -> {
            var menu = field(id).getContextMenu();
            menu.show(open.stage);
            assertThat(menu.getItems().getFirst().getText()).isEqualTo("Undo typing");
            assertThat(menu.getItems().get(1).isDisable()).isTrue();
            menu.getItems().getFirst().fire();
            menu.hide();
            return true;
        });
    }

    @Test
    void theKeyIsTheTextsOnceItWasTypedInAndTheButtonSaysSo(FxRobot robot) {
        library.undo().step("Made a collection", () -> library.collections().create("Trips"));
        caretAt("title", 5);
        until(() -> undoButton().equals("Undo “Made a collection” (Ctrl+Z)"));
        undo(robot);
        eventually(() -> library.collections().all().isEmpty());
        redo(robot);
        eventually(() -> library.collections().all().size() == 1);
        robot.write("s");
        assertThat(undoButton()).isEqualTo("Undo typing (Ctrl+Z)");
        OpenWindow.click(robot, "#undo");
        assertThat(text("title")).isEqualTo("River");
        assertThat(fx(() -> field("title").isFocused())).isTrue();
        assertThat(caret("title")).isEqualTo(5);
        assertThat(undoButton()).isEqualTo("Undo “Made a collection”");
        undo(robot);
        until(() -> robot.lookup("Nothing you typed in this text is left to undo. Elsewhere: Made a collection")
                .tryQuery()
                .isPresent());
        Screenshots.take(open.stage, "28-undo-typing-end-light");
        assertThat(library.collections().all()).hasSize(1);
        OpenWindow.click(robot, "#toast-action");
        eventually(() -> library.collections().all().isEmpty());
    }
}
