package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.db.SqliteFile;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;

/// Conflicts of each kind resolved with each button, as the other device sees it.
@ExtendWith(ApplicationExtension.class)
final class ConflictsTest {
    private static final String BASE = "# Samples\n\nupper reach\n\nlower reach\n\nbring bottles\n";

    @TempDir
    Path folder;

    private TwoDevices devices;
    private ProjectId river;

    @BeforeEach
    void open() {
        devices = new TwoDevices(folder, Theme.LIGHT);
        river = devices.here()
                .projects()
                .create(ProjectDetails.titled("River").withSummary(BASE))
                .id();
        devices.syncBoth();
    }

    @AfterEach
    void close() {
        devices.close();
    }

    private void edit(Library library, UnaryOperator<ProjectDetails> change) {
        TwoDevices.edit(library, river, change);
    }

    private ProjectDetails there() {
        return devices.there().projects().find(river).orElseThrow().details();
    }

    private void textConflict() {
        devices.editApart(
                () -> edit(
                        devices.here(),
                        now -> now.withSummary(
                                BASE.replace("upper", "UPPER").replace("bring bottles", "bring 12 bottles"))),
                () -> edit(
                        devices.there(), now -> now.withSummary(BASE.replace("upper", "middle") + "\nand a rope\n")));
    }

    private void titleConflict() {
        devices.editApart(
                () -> edit(devices.here(), now -> now.withTitle("River survey")),
                () -> edit(devices.there(), now -> now.withTitle("Brook")));
    }

    /// Opens the window by the banner over the project.
    private void review(FxRobot robot) {
        var list = (ListView<?>) devices.laptop.stage.getScene().lookup("#projects");
        until(() -> !list.getItems().isEmpty());
        fx(() -> {
            list.getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> robot.lookup("#conflict-review")
                .tryQuery()
                .filter(button -> button.localToScreen(0, 0) != null && button.isVisible())
                .isPresent());
        OpenWindow.click(robot, "#conflict-review");
        until(() -> robot.lookup("#conflict-title").tryQuery().isPresent());
    }

    private static void picture(FxRobot robot, String name, Theme theme) {
        Screenshots.take(robot.lookup("#conflict-title").query().getScene().getWindow(), name, theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aTextIsPickedTogetherAndSaved(Theme theme, FxRobot robot) {
        look(theme);
        textConflict();
        review(robot);
        Screenshots.take(devices.laptop.stage, "20-conflict-banner", theme);
        picture(robot, "21-conflict-text", theme);
        var result = robot.lookup("#conflict-result").queryAs(TextArea.class);
        assertThat(result.getText()).contains("UPPER reach", "12 bottles", "a rope");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        until(() -> result.getText().contains("middle reach"));
        assertThat(result.getText()).doesNotContain("UPPER").contains("12 bottles", "a rope");
        OpenWindow.click(robot, "#conflict-merged-button");
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().summary()).isEqualTo(result.getText());
        assertThat(devices.there().conflicts().count()).isZero();
        until(() -> robot.lookup("#conflict-undo").tryQuery().isPresent());
        picture(robot, "22-conflict-resolved", theme);
    }

    @Test
    void whatWasWrittenInTheResultStaysWhenASideIsPicked(FxRobot robot) {
        textConflict();
        review(robot);
        var result = robot.lookup("#conflict-result").queryAs(TextArea.class);
        fx(() -> {
            result.setText(result.getText() + "and a hat\n");
            return true;
        });
        robot.push(KeyCode.ALT, KeyCode.B);
        until(() -> result.getText().contains("middle reach"));
        assertThat(result.getText()).contains("UPPER reach\nmiddle reach", "and a hat\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
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

    /// Adds the version of a third device, as its merge would.
    private void tabletWroteToo(String field, String value) {
        var line = "{\"at\":%d,\"device\":\"0123\",\"name\":\"Tablet\",\"value\":{\"%s\":\"%s\"}}"
                .formatted(Instant.now().minusSeconds(7200).toEpochMilli(), field, value);
        onFile("UPDATE conflict SET all_versions = all_versions || char(10) || ?", line);
    }

    /// Another program writes into the library.
    private void onFile(String statement, Object... values) {
        SqliteFile.edit(folder.resolve("desk").resolve("database.sqlite"), sql -> {
            sql.update("UPDATE tx SET number = number + 1");
            return sql.update(statement, values);
        });
        devices.desk.syncing().syncNow();
        eventually(() -> devices.desk.syncing().status().pending() == 0);
        devices.syncBoth();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
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

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
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
        robot.doubleClickOn("#conflict-own-text")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Stream");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> devices.here().conflicts().count() == 0);
        devices.syncBoth();
        assertThat(there().title()).isEqualTo("Stream");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
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
