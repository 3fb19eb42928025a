package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.library.TestLibrary.title;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// The list of many conflicts, and their resolution in one go.
@ExtendWith(ApplicationExtension.class)
final class ConflictListTest {
    @TempDir
    Path folder;

    /// Three projects, each with another title on each device.
    private static List<ProjectId> threeConflicts(TwoDevices devices) {
        var all = Stream.of("River", "Hill", "Lake")
                .map(title -> devices.here()
                        .projects()
                        .create(ProjectDetails.titled(title))
                        .id())
                .toList();
        devices.syncBoth();
        devices.editApart(
                () -> all.forEach(id -> append(devices.here(), id, " here")),
                () -> all.forEach(id -> append(devices.there(), id, " there")));
        return all;
    }

    private static void append(Library library, ProjectId id, String word) {
        TwoDevices.edit(library, id, now -> now.withTitle(now.title() + word));
    }

    private static void chooseTheSecondForAll(FxRobot robot) {
        until(() -> robot.lookup("#conflict-all").tryQuery().isPresent());
        fx(() -> {
            robot.lookup("#conflict-all")
                    .queryAs(MenuButton.class)
                    .getItems()
                    .get(2)
                    .fire();
            return true;
        });
        until(() -> robot.lookup("#conflict-all-apply").tryQuery().isPresent());
    }

    @ThemedTest
    void manyAreResolvedAlikeAfterALook(Theme theme, FxRobot robot) {
        try (var devices = new TwoDevices(folder, theme)) {
            look(theme);
            var all = threeConflicts(devices);
            OpenWindow.click(robot, "Conflicts");
            until(() -> robot.lookup("#review").query().isVisible());
            Screenshots.take(devices.laptop.stage, "25-conflict-list", theme);
            OpenWindow.click(robot, "#review");
            chooseTheSecondForAll(robot);
            var apply = robot.lookup("#conflict-all-apply").query();
            Screenshots.take(apply.getScene().getWindow(), "26-conflict-bulk", theme);
            OpenWindow.click(robot, "#conflict-all-apply");
            eventually(() -> devices.here().conflicts().count() == 0);
            devices.syncBoth();
            assertThat(all).allMatch(id -> title(devices.there(), id).endsWith(" there"));
        }
    }
}
