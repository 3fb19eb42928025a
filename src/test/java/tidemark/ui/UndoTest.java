package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;

/// Undo and redo in the window.
final class UndoTest extends WithList {
    private static final ProjectQuery ALL = ProjectQuery.of(new ProjectQuery.Shelf.All());

    @BeforeEach
    void addAnother() {
        library.projects().create(ProjectDetails.titled("Kitchen"));
        until(() -> list().getItems().size() == 2);
    }

    private void selectAll() {
        fx(() -> {
            list().requestFocus();
            list().getSelectionModel().selectAll();
            return true;
        });
    }

    @Test
    void whatWentToTheTrashTogetherComesBackTogether(FxRobot robot) {
        selectAll();
        until(() -> robot.lookup("2 projects selected").tryQuery().isPresent());
        Screenshots.take(open.stage, "27-several-selected-light");
        fx(() -> {
            robot.lookup("#batch-status")
                    .queryAs(MenuButton.class)
                    .getItems()
                    .getLast()
                    .fire();
            return true;
        });
        eventually(() -> status(river) == Status.DONE);
        until(() ->
                robot.lookup("Set the status of 2 projects to Done").tryQuery().isPresent());
        selectAll();
        robot.push(KeyCode.DELETE);
        eventually(() -> library.trash().list().size() == 2);
        until(() -> robot.lookup("Moved 2 projects to the trash").tryQuery().isPresent());
        Screenshots.take(open.stage, "24-undo-toast-light");
        OpenWindow.click(robot, "#toast-action");
        eventually(() -> library.trash().list().isEmpty());
        until(() ->
                robot.lookup("Undone: Moved 2 projects to the trash").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        eventually(() -> library.trash().list().size() == 2);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> library.trash().list().isEmpty());
    }

    @Test
    void theMarkGoesToTheNextAfterOneWentToTheTrash(FxRobot robot) {
        library.projects().create(ProjectDetails.titled("Garden"));
        until(() -> list().getItems().size() == 3);
        select(1);
        robot.push(KeyCode.DELETE);
        until(() -> list().getItems().size() == 2 && list().getSelectionModel().getSelectedIndex() == 1);
        robot.push(KeyCode.DELETE);
        until(() -> list().getItems().size() == 1 && list().getSelectionModel().getSelectedIndex() == 0);
        eventually(() -> library.trash().list().size() == 2);
        var collection = library.collections().create("Outer");
        var inner = library.collections().create("Inner", collection.id());
        var project = library.projects().page(ALL, 0, 1).getFirst();
        library.projects().move(List.of(project.id()), Optional.of(inner.id()));
        until(() -> robot.lookup(".sidebar-item").queryAll().stream()
                .anyMatch(cell -> "Outer, 1".equals(cell.getAccessibleText())));
    }

    @Test
    void theOpenProjectStaysOpenWhereALineAboveItGoes() {
        var garden = library.projects().create(ProjectDetails.titled("Garden")).id();
        until(() -> list().getItems().size() == 3);
        select(2);
        until(() -> isOpen("River"));
        library.trash().put(List.of(garden));
        until(() -> list().getItems().size() == 2);
        assertThat(fx(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(1);
        assertThat(fx(() -> isOpen("River"))).isTrue();
    }

    private boolean isOpen(String title) {
        return open.stage.getScene().lookup("#title") instanceof TextInputControl field
                && field.getText().equals(title);
    }

    @Test
    void theButtonSaysWhatItTakesBack(FxRobot robot) {
        var undo = robot.lookup("#undo").queryAs(Button.class);
        assertThat(undo.isDisabled()).isTrue();
        select(1);
        until(() -> open.stage.getScene().lookup("#status") != null);
        var project = library.projects().page(ALL, 1, 1).getFirst();
        fx(() -> {
            robot.lookup("#status").queryAs(MenuButton.class).getItems().stream()
                    .filter(item -> item.getText().equals("Done"))
                    .forEach(MenuItem::fire);
            return true;
        });
        eventually(() -> status(project.id()) == Status.DONE);
        until(() -> "Undo “Set the status to Done” (Ctrl+Z)".equals(undo.getAccessibleText()));
        OpenWindow.click(robot, "#undo");
        eventually(() -> status(project.id()) != Status.DONE);
        until(undo::isDisabled);
    }

    private Status status(ProjectId id) {
        return library.projects().find(id).orElseThrow().details().status();
    }

    @Test
    void aLaterEditIsAskedAboutAndNoConflictIsMade(FxRobot robot) {
        var was = library.projects().find(river).orElseThrow();
        library.undo()
                .step(
                        "Set the title",
                        () -> library.projects().save(was, was.details().withTitle("Creek")));
        var creek = library.projects().find(river).orElseThrow();
        var _ = library.projects().save(creek, creek.details().withTitle("Brook"));
        until(() -> !robot.lookup("#undo").queryAs(Button.class).isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> robot.lookup("Undo the rest").tryQuery().isPresent());
        assertThat(robot.lookup(".dialog-pane .content").queryAs(Labeled.class).getText())
                .contains("Brook")
                .contains("River");
        Screenshots.take(robot.lookup("Undo the rest").query().getScene().getWindow(), "25-undo-asks-light");
        assertThat(library.conflicts().open()).isEmpty();
        OpenWindow.click(robot, "Undo these, too");
        eventually(() ->
                library.projects().find(river).orElseThrow().details().title().equals("River"));
        assertThat(library.conflicts().open()).isEmpty();
        assertThat(List.of(library.trash().list())).hasSize(1);
    }
}
