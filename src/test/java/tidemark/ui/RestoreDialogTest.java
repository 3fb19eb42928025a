package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person goes back to a backup from the settings.
@ExtendWith(ApplicationExtension.class)
final class RestoreDialogTest {
    @TempDir
    Path folder;

    private OpenWindow open;

    @Start
    void toolkit(Stage ignored) {
        assertThat(ignored).isNotNull();
    }

    @BeforeEach
    void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.of(folder.resolve("remote")));
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private long projects() {
        return open.app.library().counts(LocalDate.EPOCH).projects();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theBackupThatIsChosenIsRestored(Theme theme, FxRobot robot) {
        fx(() -> {
            theme.apply();
            return true;
        });
        var before = projects();
        open.app.backups().make();
        open.app.library().projects().create(tidemark.library.ProjectDetails.titled("Later"));
        assertThat(projects()).isEqualTo(before + 1);
        OpenWindow.click(robot, "#settings");
        OpenWindow.click(robot, "#restore-backup");
        until(() -> robot.lookup("#backups").tryQuery().isPresent());
        ListView<?> list = robot.lookup("#backups").queryListView();
        fx(() -> {
            list.getSelectionModel().select(0);
            return true;
        });
        Screenshots.take(
                list.getScene().getWindow(), "41-restore-" + theme.name().toLowerCase(Locale.ROOT));
        OpenWindow.click(robot, "#restore");
        eventually(() -> projects() == before);
        OpenWindow.click(robot, "OK");
    }
}
