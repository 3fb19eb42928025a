package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.library.TestLibrary.title;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
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

    /// Two conflicts of one project: two titles, and two days.
    private static void twoConflictsOfOne(Library library) {
        var was = library.projects().create(ProjectDetails.titled("River"));
        for (int day = 1; day <= 2; day++) {
            var edited = was.details().withTitle("River " + day).withDue(Optional.of(LocalDate.of(2030, 5, day)));
            var _ = library.projects().save(was, edited);
        }
    }

    private static Optional<MenuItem> taking() {
        return Window.getWindows().stream()
                .flatMap(window -> window instanceof ContextMenu menu ? menu.getItems().stream() : Stream.empty())
                .filter(item -> item.getText() != null && item.getText().startsWith("Take"))
                .findFirst();
    }

    @Test
    void allOfAProjectAreResolvedFromTheListAndUndoneTogether(FxRobot robot) {
        try (var open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty())) {
            var conflicts = open.app.library().conflicts();
            twoConflictsOfOne(open.app.library());
            eventually(() -> conflicts.count() == 2);
            OpenWindow.click(robot, "Conflicts");
            var list = robot.lookup("#projects").queryAs(ListView.class);
            until(() -> list.getItems().size() == 2);
            fx(() -> {
                list.requestFocus();
                list.getSelectionModel().clearAndSelect(0);
                return true;
            });
            Keyboard.press(KeyCode.CONTEXT_MENU);
            until(() -> taking().isPresent());
            fx(() -> {
                taking().orElseThrow().fire();
                return true;
            });
            OpenWindow.click(robot, "#conflict-all-apply");
            eventually(() -> conflicts.count() == 0);
            OpenWindow.click(robot, "#conflict-undo");
            eventually(() -> conflicts.count() == 2);
        }
    }
}
