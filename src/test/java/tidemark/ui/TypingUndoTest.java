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
import javafx.scene.input.MouseButton;
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

    /// Opens a project by a click on it.
    private void open(String title) {
        fx(() -> {
            list().requestFocus();
            return true;
        });
        for (int row = 0; row < 2; row++) {
            var at = row;
            fx(() -> {
                list().getSelectionModel().clearAndSelect(at);
                return true;
            });
            var selected = list().getItems().get(row).toString();
            if (selected.contains(title)) {
                break;
            }
        }
        until(() -> field("title") != null && field("title").getText().startsWith(title));
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
        return fx(() -> ((Button) open.stage.getScene().lookup("#undo")).getAccessibleText());
    }

    private static void undo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.Z);
    }

    private static void redo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    @Test
    void typingIsUndoneAfterAnotherProjectWasOpen(FxRobot robot) {
        caretAt("summary", "first".length());
        robot.write(" here");
        open("Kitchen");
        caretAt("summary", 0);
        robot.write("tiles");
        eventually(() -> summary(river).equals("first here\n\nlast\n") && summary(kitchen).equals("tiles"));
        var was = library.projects().find(river).orElseThrow();
        library.projects().save(was, was.details().withSummary("FOREIGN\n\nfirst here\n\nlast, too\n"));
        open("River");
        until(() -> text("summary").startsWith("FOREIGN"));
        caretAt("summary", 0);
        assertThat(undoButton()).isEqualTo("Undo typing (Ctrl+Z)");
        undo(robot);
        undo(robot);
        assertThat(text("summary")).isEqualTo("FOREIGN\n\nfirst\n\nlast, too\n");
        assertThat(caret("summary")).isEqualTo("FOREIGN\n\nfirst".length());
        eventually(() -> summary(river).equals("FOREIGN\n\nfirst\n\nlast, too\n"));
        redo(robot);
        redo(robot);
        assertThat(text("summary")).isEqualTo("FOREIGN\n\nfirst here\n\nlast, too\n");
        assertThat(caret("summary")).isEqualTo("FOREIGN\n\nfirst here".length());
        eventually(() -> summary(river).equals("FOREIGN\n\nfirst here\n\nlast, too\n"));
        open("Kitchen");
        caretAt("summary", 5);
        undo(robot);
        assertThat(text("summary")).isEmpty();
        assertThat(library.undo().undoable()).isEmpty();
        assertThat(library.conflicts().count()).isZero();
    }

    @Test
    void theTextsOfANoteHaveTheirOwn(FxRobot robot) {
        var note = library.notes().create(river, new NoteText("Plan", ""));
        until(() -> field("note-title") != null || selectNotes());
        until(() -> field("note-title") != null);
        caretAt("note-title", 4);
        robot.write("s");
        caretAt("note-body", 0);
        robot.write("- a");
        robot.push(KeyCode.TAB);
        assertThat(text("note-body")).isEqualTo("  - a");
        robot.write("b");
        undo(robot);
        assertThat(text("note-body")).isEqualTo("  - a");
        undo(robot);
        assertThat(text("note-body")).isEqualTo("- a");
        assertThat(caret("note-body")).isEqualTo(3);
        redo(robot);
        assertThat(text("note-body")).isEqualTo("  - a");
        assertThat(caret("note-body")).isEqualTo(5);
        caretAt("note-title", 0);
        undo(robot);
        assertThat(text("note-title")).isEqualTo("Plan");
        assertThat(caret("note-title")).isEqualTo(4);
        eventually(() -> library.notes()
                .find(note.id())
                .orElseThrow()
                .text()
                .equals(new NoteText("Plan", "  - a")));
    }

    private boolean selectNotes() {
        robotSelectsNotes();
        return false;
    }

    private void robotSelectsNotes() {
        var tabs = (TabPane) open.stage.getScene().lookup("#parts");
        tabs.getSelectionModel().select(1);
    }

    @Test
    void aTaskThatIsTickedIsOneStep(FxRobot robot) {
        caretAt("summary", 0);
        robot.write("- [ ] do");
        until(() -> robot.lookup(".task").tryQuery().isPresent()
                || robot.lookup(".check-box").tryQuery().isPresent());
        robot.clickOn(".check-box");
        until(() -> text("summary").startsWith("- [x] do"));
        caretAt("summary", 8);
        undo(robot);
        assertThat(text("summary")).startsWith("- [ ] do");
    }

    @Test
    void theKeyIsTheTextsOnceItWasTypedInAndTheButtonSaysSo(FxRobot robot) {
        library.undo().step("Made a project", () -> library.projects().create(ProjectDetails.titled("Garden")));
        until(() -> list().getItems().size() == 3);
        caretAt("title", 5);
        until(() -> undoButton().equals("Undo “Made a project” (Ctrl+Z)"));
        robot.write("s");
        assertThat(undoButton()).isEqualTo("Undo typing (Ctrl+Z)");
        robot.clickOn("#undo");
        assertThat(text("title")).isEqualTo("River");
        assertThat(fx(() -> field("title").isFocused())).isTrue();
        assertThat(caret("title")).isEqualTo(5);
        assertThat(undoButton()).isEqualTo("Undo “Made a project”");
        undo(robot);
        until(() -> robot.lookup("Nothing you typed in this text is left to undo. Elsewhere: Made a project")
                .tryQuery()
                .isPresent());
        Screenshots.take(open.stage, "28-undo-typing-end-light");
        assertThat(list().getItems()).hasSize(3);
        robot.clickOn("#toast-action");
        until(() -> list().getItems().size() == 2);
    }

    @Test
    void inATextThatWasNotTypedInTheKeyIsTheLibrarys(FxRobot robot) {
        library.undo().step("Made a project", () -> library.projects().create(ProjectDetails.titled("Garden")));
        until(() -> list().getItems().size() == 3);
        caretAt("title", 5);
        until(() -> undoButton().equals("Undo “Made a project” (Ctrl+Z)"));
        undo(robot);
        until(() -> list().getItems().size() == 2);
        redo(robot);
        until(() -> list().getItems().size() == 3);
    }

    @Test
    void theContextMenuUndoesTyping(FxRobot robot) {
        caretAt("title", 5);
        robot.write("s");
        robot.clickOn("#title", MouseButton.SECONDARY);
        until(() -> field("title").getContextMenu().isShowing());
        var items = field("title").getContextMenu().getItems();
        assertThat(items.getFirst().getText()).isEqualTo("Undo typing");
        assertThat(items.get(1).isDisable()).isTrue();
        fx(() -> {
            items.getFirst().fire();
            field("title").getContextMenu().hide();
            return true;
        });
        assertThat(text("title")).isEqualTo("River");
    }
}
