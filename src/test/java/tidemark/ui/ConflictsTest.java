package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectSummary;

/// Conflicts of each kind resolved with each button, as the other device sees it.
final class ConflictsTest extends WithConflictWindow {
    @ThemedTest
    void theirTitleIsTakenAndTheChoiceIsUndone(Theme theme, FxRobot robot) {
        look(theme);
        titleConflict();
        review(robot);
        picture(robot, "23-conflict-value", theme);
        OpenWindow.click(robot, "#conflict-theirs-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().title()).isEqualTo("Brook");
        OpenWindow.click(robot, "#conflict-undo");
        eventually(() -> devices.here().conflicts().count() == 1);
        devices.syncBoth();
        assertThat(there().title()).isEqualTo("River survey");
    }

    @Test
    void theKeysUndoAndRedoAResolution(FxRobot robot) {
        titleConflict();
        review(robot);
        OpenWindow.click(robot, "#conflict-theirs-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> devices.here().conflicts().count() == 1);
        until(() -> robot.lookup("#conflict-mine").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        eventually(() -> devices.here().conflicts().count() == 0);
    }

    @ThemedTest
    void ofThreeTitlesAllAreKept(Theme theme, FxRobot robot) {
        look(theme);
        titleConflict();
        tabletWroteToo("title", "Stream");
        review(robot);
        until(() -> robot.lookup("#conflict-version-1").tryQuery().isPresent()
                || robot.lookup("#conflict-version-0").tryQuery().isPresent());
        picture(robot, "29-conflict-three-titles", theme);
        OpenWindow.click(robot, "#conflict-both-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        var all = ProjectQuery.of(new ProjectQuery.Shelf.All());
        assertThat(devices.there().projects().page(all, 0, 10))
                .extracting(ProjectSummary::title)
                .hasSize(3)
                .anyMatch(title -> title.startsWith("Stream (from Tablet"));
    }

    @Test
    void oneThatCannotBeReadIsShownAndKeptAsItStands(FxRobot robot) {
        titleConflict();
        onFile("UPDATE conflict SET base = 'x', theirs = '[1]'");
        review(robot);
        until(() -> robot.lookup("#conflict-unreadable").tryQuery().isPresent());
        assertThat(robot.lookup("#conflict-theirs-button").query().isVisible()).isFalse();
        OpenWindow.click(robot, "#conflict-mine-button");
        eventually(() -> devices.here().conflicts().count() == 0);
    }

    @Test
    void mineIsKept(FxRobot robot) {
        titleConflict();
        review(robot);
        OpenWindow.click(robot, "#conflict-mine-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().title()).isEqualTo("River survey");
    }

    @Test
    void keepingBothMakesASecondProject(FxRobot robot) {
        titleConflict();
        review(robot);
        OpenWindow.click(robot, "#conflict-both-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        var all = ProjectQuery.of(new ProjectQuery.Shelf.All());
        assertThat(devices.there().projects().page(all, 0, 10))
                .extracting(ProjectSummary::title)
                .hasSize(2)
                .anyMatch(title -> title.startsWith("Brook (from Desk"));
        assertThat(there().title()).isEqualTo("River survey");
    }

    @Test
    void anotherTitleIsTyped(FxRobot robot) {
        titleConflict();
        review(robot);
        OpenWindow.click(robot, "#conflict-own-text")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Stream");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().title()).isEqualTo("Stream");
    }

    @ThemedTest
    void aProjectTrashedThereAndEditedHereIsBackAndMayGo(Theme theme, FxRobot robot) {
        look(theme);
        devices.editApart(
                () -> edit(devices.here(), now -> now.withTitle("River survey")),
                () -> devices.there().trash().put(List.of(river)));
        assertThat(devices.there().trash().list()).isEmpty();
        review(robot);
        picture(robot, "24-conflict-trash", theme);
        OpenWindow.click(robot, "#conflict-theirs-button");
        eventually(() -> devices.here().trash().list().size() == 1);
        devices.syncBoth();
        assertThat(devices.there().trash().list()).hasSize(1);
    }

    @Test
    void decidingLaterChangesNothing(FxRobot robot) {
        titleConflict();
        review(robot);
        OpenWindow.click(robot, "#conflict-later-button");
        until(() -> robot.lookup("#conflict-title").tryQuery().isEmpty());
        assertThat(devices.here().conflicts().count()).isEqualTo(1);
        assertThat(robot.lookup("#sync-indicator").queryAs(Labeled.class).getText())
                .contains("1 conflict");
    }

    @Test
    void aMergeIsShownAndUndone(FxRobot robot) {
        devices.editApart(
                () -> edit(devices.here(), now -> now.withSummary(BASE.replace("upper", "UPPER"))),
                () -> edit(devices.there(), now -> now.withSummary(BASE.replace("bottles", "jars"))));
        var list = (ListView<?>) devices.laptop.stage.getScene().lookup("#projects");
        fx(() -> {
            list.getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> robot.lookup("#merged-badge")
                .tryQuery()
                .filter(badge -> badge.isVisible())
                .isPresent());
        OpenWindow.click(robot, "#merged-badge");
        until(() -> robot.lookup("Undo the merge").tryQuery().isPresent());
        Screenshots.take(robot.lookup("Undo the merge").query().getScene().getWindow(), "27-merged-light");
        OpenWindow.click(robot, "Undo the merge");
        eventually(() -> devices.here()
                .projects()
                .find(river)
                .orElseThrow()
                .details()
                .summary()
                .equals(BASE.replace("upper", "UPPER")));
    }
}
