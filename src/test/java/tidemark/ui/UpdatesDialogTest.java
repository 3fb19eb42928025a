package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The dialog in which updates are set up.
@ExtendWith(ApplicationExtension.class)
final class UpdatesDialogTest {
    @TempDir
    Path folder;

    @Test
    void updatesAreOffAtFirstAndAnAddressThatIsNoneIsExplained(FxRobot robot) {
        try (var _ = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty())) {
            OpenWindow.click(robot, "#settings");
            OpenWindow.click(robot, "#updates");
            OpenWindow.eventually(
                    () -> robot.lookup("#updates-check").tryQuery().isPresent());
            assertThat(robot.lookup("#updates-check").queryAs(Button.class).isDisabled())
                    .isTrue();
            OpenWindow.click(robot, "#updates-address");
            robot.write("http://example.org/newest.json");
            OpenWindow.click(robot, "#updates-check");
            var answer = robot.lookup("#updates-answer").queryAs(Label.class);
            OpenWindow.eventually(() -> answer.getText().contains("no address that updates may come from"));
            assertThat(robot.lookup("#updates-download").queryButton().isVisible())
                    .isFalse();
            OpenWindow.click(robot, "Close");
        }
    }
}
