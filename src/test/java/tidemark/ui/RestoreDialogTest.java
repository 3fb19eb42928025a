package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.base.Background;

/// The return to a backup from the settings.
final class RestoreDialogTest extends WithWindow {
    private long projects() {
        return open.app.library().counts(LocalDate.EPOCH).projects();
    }

    @ThemedTest
    void theBackupThatIsChosenIsRestored(Theme theme, FxRobot robot) {
        look(theme);
        var before = projects();
        open.app.backups().make();
        open.app.library().projects().create(ProjectDetails.titled("Later"));
        assertThat(projects()).isEqualTo(before + 1);
        OpenWindow.click(robot, "#settings");
        OpenWindow.click(robot, "#restore-backup");
        until(() -> robot.lookup("#backups").tryQuery().isPresent());
        ListView<?> list = robot.lookup("#backups").queryListView();
        fx(() -> {
            list.getSelectionModel().select(0);
            return true;
        });
        var effects = robot.lookup("#restore-effects").queryAs(Labeled.class);
        until(() -> effects.getText().equals("Records on this computer: 1 moved to the trash."));
        assertThat(projects()).isEqualTo(before + 1);
        Screenshots.take(list.getScene().getWindow(), "41-restore", theme);
        OpenWindow.click(robot, "#restore");
        eventually(() -> projects() == before);
        OpenWindow.click(robot, "OK");
    }

    @Test
    void aFileFromElsewhereIsRehearsedToo(FxRobot robot) throws IOException {
        var before = projects();
        var file = folder.resolve("elsewhere.sqlite");
        Files.copy(open.app.backups().make().file(), file);
        open.app.library().projects().create(ProjectDetails.titled("Later"));
        var background = new Background(open.app.threads().background(), Platform::runLater, _ -> {});
        var dialog = fx(() ->
                new RestoreDialog(open.stage, open.app.backups(), background, new Rehearsals(background), List.of()));
        Platform.runLater(dialog::ask);
        until(dialog::isShowing);
        var restore = robot.lookup("#restore").queryButton();
        assertThat(restore.isDisabled()).isTrue();
        fx(() -> {
            dialog.chooseOther(file);
            return true;
        });
        var effects = robot.lookup("#restore-effects").queryAs(Labeled.class);
        until(() -> effects.getText().equals("Records on this computer: 1 moved to the trash."));
        assertThat(robot.lookup("#other-name").queryAs(Labeled.class).getText()).endsWith(file.toString());
        assertThat(projects()).isEqualTo(before + 1);
        Screenshots.take(restore.getScene().getWindow(), "41-restore-other", Theme.LIGHT);
        OpenWindow.click(robot, "#restore");
        eventually(() -> projects() == before);
        OpenWindow.click(robot, "OK");
    }
}
