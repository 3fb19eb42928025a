package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.records.Label;
import tidemark.library.records.NoteText;

/// Collections, labels, stars, notes and the trash, as a person uses them.
final class OrganisingTest extends WithList {
    @BeforeEach
    void openProject() {
        select(0);
        until(() -> open.stage.getScene().lookup("#title") != null);
    }

    private void refocus(FxRobot robot) {
        OpenWindow.click(robot, "#title");
    }

    @Test
    void aProjectIsMovedIntoACollectionByTheMenu(FxRobot robot) {
        var work = library.collections().create("Work");
        until(() -> robot.lookup("Work").tryQuery().isPresent());
        fx(() -> {
            var move = (Menu)
                    robot.lookup("#more").queryAs(MenuButton.class).getItems().getFirst();
            move.getItems().stream()
                    .filter(item -> "Work".equals(item.getText()))
                    .forEach(MenuItem::fire);
            return true;
        });
        eventually(
                () -> library.projects().find(river).orElseThrow().collection().equals(Optional.of(work.id())));
    }

    @Test
    void theMenuSaysWhenTheProjectWasCreated(FxRobot robot) {
        var said = fx(() -> {
            var menu = robot.lookup("#more").queryAs(MenuButton.class);
            menu.show();
            var created = menu.getItems().getLast();
            menu.hide();
            return created.isVisible() ? created.getText() : "";
        });
        assertThat(said).matches("Created \\d{1,2} \\p{L}{3}");
    }

    @Test
    void aLabelIsGivenByTypingAndTakenByAClick(FxRobot robot) {
        OpenWindow.click(robot, "#add-label").write("#urgent").push(KeyCode.ENTER);
        eventually(() -> names().equals(List.of("urgent")));
        until(() -> robot.lookup(".chip-remove").tryQuery().isPresent());
        OpenWindow.click(robot, ".chip-remove");
        eventually(() -> names().isEmpty());
    }

    private List<String> names() {
        return library.labels().of(river).stream().map(Label::name).toList();
    }

    @Test
    void theKeyboardStarsAddsANoteAndSearches(FxRobot robot) {
        refocus(robot);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        eventually(() -> library.projects().find(river).orElseThrow().details().starred());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        eventually(() -> library.notes().of(river).size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> open.stage.getScene().getFocusOwner() instanceof TextField field && "search".equals(field.getId()));
    }

    @Test
    void aNoteInTheTrashIsFoundThereAndRestored(FxRobot robot) {
        var note = library.notes().create(river, new NoteText("Samples", "upper reach"));
        library.trash().put(List.of(note.id()));
        OpenWindow.click(robot, "Trash");
        until(() -> list().getItems().size() == 1
                && robot.lookup("Note of “River”").tryQuery().isPresent());
        select(0);
        OpenWindow.click(robot, "#restore");
        eventually(() -> library.notes().of(river).size() == 1);
        until(() -> list().getItems().isEmpty());
    }

    @Test
    void aProjectGoesToTheTrashByTheDeleteKeyAndComesBack(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.DELETE);
        eventually(() -> library.trash().list().size() == 1);
        until(() -> list().getItems().isEmpty());
        OpenWindow.click(robot, "Trash");
        until(() -> !list().getItems().isEmpty());
        select(0);
        OpenWindow.click(robot, "#restore");
        eventually(() -> library.trash().list().isEmpty());
    }

    @Test
    void emptyingTheTrashAsksFirst(FxRobot robot) {
        library.trash().put(List.of(river));
        OpenWindow.click(robot, "Trash");
        until(() -> robot.lookup("#empty-trash").queryButton().isVisible());
        OpenWindow.click(robot, "#empty-trash");
        until(() -> robot.lookup("Empty the trash?").tryQuery().isPresent());
        Screenshots.take(robot.lookup("Empty the trash?").query().getScene().getWindow(), "13-empty-trash-light");
        OpenWindow.click(robot, "Cancel");
        assertThat(library.trash().list()).hasSize(1);
        OpenWindow.click(robot, "#empty-trash");
        until(() -> robot.lookup("Remove for good").tryQuery().isPresent());
        OpenWindow.click(robot, "Remove for good");
        eventually(() -> library.trash().list().isEmpty());
    }

    @Test
    void headingsOfTheSidebarAreReadOutByTheirOwnNames(FxRobot robot) {
        library.collections().create("Work");
        until(() -> robot.lookup("Work").tryQuery().isPresent());
        until(() -> robot.lookup(".sidebar-item.heading").queryAll().stream()
                .map(Node::getAccessibleText)
                .toList()
                .equals(List.of("COLLECTIONS", "LABELS")));
    }
}
