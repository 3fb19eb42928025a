package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.records.ProjectDetails;

/// Conflicts in texts resolved piece by piece, as the other device sees it.
final class ConflictTextsTest extends WithConflictWindow {
    @Test
    void aConflictInTheOpenProjectIsToldOnceBelowIt(FxRobot robot) {
        open(robot);
        textConflict();
        until(() -> robot.lookup("#conflict-banner").query().isVisible());
        assertThat(robot.lookup("#toast").query().isVisible()).isFalse();
    }

    @ThemedTest
    void aTextIsPickedTogetherAndSaved(Theme theme, FxRobot robot) {
        look(theme);
        textConflict();
        review(robot);
        var editor = devices.laptop.stage.getScene();
        assertThat(editor.lookup("#conflict-banner").localToScene(0, 0).getY())
                .as("the news moves no text that somebody types")
                .isGreaterThan(editor.lookup("#summary").localToScene(0, 0).getY());
        Screenshots.take(devices.laptop.stage, "20-conflict-banner", theme);
        picture(robot, "21-conflict-text", theme);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        until(() -> robot.lookup("#take-1-theirs").queryAs(ToggleButton.class).isSelected());
        OpenWindow.click(robot, "#conflict-merged-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().summary())
                .doesNotContain("UPPER")
                .contains("middle reach", "12 bottles", "a rope")
                .isEqualTo(devices.here()
                        .projects()
                        .find(river)
                        .orElseThrow()
                        .details()
                        .summary());
        assertThat(devices.there().conflicts().count()).isZero();
        until(() -> robot.lookup("#conflict-undo").tryQuery().isPresent());
        picture(robot, "22-conflict-resolved", theme);
    }

    @Test
    void whatWasWrittenInTheResultStaysWhenASideIsPicked(FxRobot robot) {
        textConflict();
        review(robot);
        robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.E);
        until(() -> robot.lookup("#conflict-result")
                .tryQuery()
                .filter(Node::isFocused)
                .isPresent());
        robot.targetWindow(robot.lookup("#conflict-result").queryAs(Node.class))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("bring jars")
                .push(KeyCode.ESCAPE);
        robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.B);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().summary())
                .contains("UPPER reach\nmiddle reach\n\nlower reach\n\nbring jars\n", "and a rope\n");
    }

    @Test
    void inAResultThatWasNotTypedInTheKeyUndoesTheStepBefore(FxRobot robot) {
        var id =
                devices.here().projects().create(ProjectDetails.titled("Spare")).id();
        devices.here().undo().step("Trashed", () -> {
            devices.here().trash().put(List.of(id));
            return id;
        });
        textConflict();
        review(robot);
        robot.push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.E);
        until(() -> robot.lookup("#conflict-result")
                .tryQuery()
                .filter(Node::isFocused)
                .isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> devices.here().trash().list().isEmpty());
    }

    @ThemedTest
    void eachOfThreeTextsIsComparedAndMayBeTaken(Theme theme, FxRobot robot) {
        look(theme);
        textConflict();
        tabletWroteToo("summary", BASE.replace("upper", "HIGHEST").replace("\n", "\\n"));
        review(robot);
        until(() -> robot.lookup("#version-1").tryQuery().isPresent());
        OpenWindow.click(robot, "#version-1");
        picture(robot, "28-conflict-three-texts", theme);
        OpenWindow.click(robot, "#conflict-theirs-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().summary()).contains("HIGHEST reach");
        OpenWindow.click(robot, "#conflict-undo");
        eventually(() -> devices.here().conflicts().count() == 1);
        assertThat(devices.here().conflicts().open().getFirst().all().versions())
                .hasSize(3);
    }
}
