package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectSummary;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;

/// Every view on the sample library, light and dark; people look at the pictures in `target/screenshots`, too.
@ExtendWith(ApplicationExtension.class)
final class ViewsTest {
    @TempDir
    Path folder;

    private OpenWindow sample(Theme theme) {
        var open = OpenWindow.on(folder.resolve("laptop"), theme, Optional.of(folder.resolve("remote")));
        until(() -> list(open).getItems().size() > 3);
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
        return open;
    }

    private static ListView<?> list(OpenWindow open) {
        return (ListView<?>) open.stage.getScene().lookup("#projects");
    }

    private static void choose(OpenWindow open, int line) {
        fx(() -> {
            list(open).getSelectionModel().clearAndSelect(line);
            return true;
        });
    }

    private static void openProject(OpenWindow open, String title) {
        var projects = open.app.library().projects();
        var all = projects.page(ProjectQuery.of(new ProjectQuery.Shelf.All()), 0, 100);
        choose(open, all.stream().map(ProjectSummary::title).toList().indexOf(title));
        until(() -> open.stage.getScene().lookup("#title") instanceof TextField field
                && field.getText().equals(title));
    }

    private static String name(String view, Theme theme) {
        return view + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T only(Class<T> type) {
        return type.cast(Window.getWindows().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow());
    }

    @ThemedTest
    void aProjectWithItsSummaryAndItsNotes(Theme theme, FxRobot robot) {
        try (var open = sample(theme)) {
            openProject(open, "Kitchen rebuild");
            until(() -> robot.lookup("third quote").tryQuery().isPresent());
            Screenshots.take(open.stage, name("04-project", theme));
            OpenWindow.click(robot, "Notes  2");
            until(() -> open.stage.getScene().lookup("#note-body") != null);
            Screenshots.take(open.stage, name("05-notes", theme));
            assertThat(robot.lookup("#note-title").queryAs(TextField.class).getText())
                    .isNotBlank();
        }
    }

    @ThemedTest
    void aSearchShowsWhereItFoundTheWords(Theme theme, FxRobot robot) {
        try (var open = sample(theme)) {
            var all = list(open).getItems().size();
            OpenWindow.click(robot, "#search").write("water");
            until(() -> robot.lookup(".match").tryQuery().isPresent());
            Screenshots.take(open.stage, name("06-search", theme));
            assertThat(robot.lookup(".match").queryAllAs(Text.class))
                    .extracting(Text::getText)
                    .allSatisfy(match -> assertThat(match).startsWithIgnoringCase("water"));
            assertThat(list(open).getItems()).hasSizeLessThan(all);
            robot.push(KeyCode.ESCAPE);
            until(() -> robot.lookup(".match").tryQuery().isEmpty());
            until(() -> list(open).getItems().size() == all);
            assertThat(robot.lookup("#search").queryAs(TextField.class).getText())
                    .isEmpty();
        }
    }

    @ThemedTest
    void theTrashHoldsProjectsNotesAndCollections(Theme theme, FxRobot robot) {
        try (var open = sample(theme)) {
            var library = open.app.library();
            library.trash().put(List.of(library.collections().all().getFirst().id()));
            OpenWindow.click(robot, "Trash");
            var size = library.trash().list().size();
            until(() -> list(open).getItems().size() == size);
            choose(open, 0);
            Screenshots.take(open.stage, name("07-trash", theme));
            assertThat(robot.lookup("#restore").queryButton().isDisabled()).isFalse();
        }
    }

    @ThemedTest
    void theDetailsOfTheSync(Theme theme, FxRobot robot) {
        try (var open = sample(theme)) {
            OpenWindow.click(robot, "#sync-indicator");
            until(() -> robot.lookup(".sync-details").tryQuery().isPresent());
            Screenshots.take(only(atlantafx.base.controls.Popover.class), name("08-sync-details", theme));
            assertThat(robot.lookup(".sync-details .title-4")
                            .queryAs(Labeled.class)
                            .getText())
                    .endsWith("version " + open.app.syncing().status().version());
        }
    }

    @ThemedTest
    void theSettings(Theme theme, FxRobot robot) {
        try (var open = sample(theme)) {
            OpenWindow.click(robot, "#settings");
            until(() -> robot.lookup("#device-name").tryQuery().isPresent());
            var dialog = robot.lookup("#device-name").query().getScene().getWindow();
            Screenshots.take(dialog, name("09-settings", theme));
            assertThat(robot.lookup("#device-name").queryAs(TextField.class).getText())
                    .isEqualTo(open.app.deviceName());
            assertThat(robot.lookup("#remote-place").queryAs(Labeled.class).getText())
                    .contains(folder.resolve("remote").toString());
            OpenWindow.click(robot, "Close");
        }
    }

    @ThemedTest
    void aNarrowWindowHidesTheSidebarUntilItIsWanted(Theme theme, FxRobot robot) {
        try (var open = sample(theme)) {
            openProject(open, "Kitchen rebuild");
            fx(() -> {
                open.stage.setWidth(820);
                open.stage.setHeight(560);
                return true;
            });
            var panes = (SplitPane) open.stage.getScene().lookup(".panes");
            assertPanes(panes, false);
            Screenshots.take(open.stage, name("11-narrow", theme));
            OpenWindow.click(robot, "#sidebar-toggle");
            assertPanes(panes, true);
            Screenshots.take(open.stage, name("11-narrow-sidebar", theme));
            robot.press(KeyCode.F9).release(KeyCode.F9);
            assertPanes(panes, false);
            fx(() -> {
                open.stage.setWidth(1280);
                return true;
            });
            assertPanes(panes, true);
            assertThat(robot.lookup("#title").queryAs(TextField.class).getText())
                    .isEqualTo("Kitchen rebuild");
        }
    }

    /// Waits until the list and the editor are shown, with or without the sidebar, and each has room.
    private static void assertPanes(SplitPane panes, boolean withSidebar) {
        until(() -> panes.getItems().size() == (withSidebar ? 3 : 2));
        List<Node> shown = fx(() -> List.copyOf(panes.getItems()));
        assertThat(shown.getFirst().getStyleClass().contains("sidebar-place")).isEqualTo(withSidebar);
        List<Double> widths = fx(() ->
                shown.stream().map(pane -> pane.getBoundsInParent().getWidth()).toList());
        assertThat(widths).allMatch(width -> width > 120);
    }

    @ThemedTest
    void aDamagedLibraryIsOfferedToBeRebuilt(Theme theme, FxRobot robot) {
        var problem = new Problem(
                "The library database.sqlite is damaged.",
                "It was left as it is; what was synced before is safe on the remote.",
                "Rebuild it, or restore the newest file from the library's backups folder.");
        fx(() -> {
            theme.apply();
            ProblemDialog.ofDamaged(problem).show();
            return true;
        });
        var dialog = robot.lookup(".problem").query().getScene().getWindow();
        Screenshots.take(dialog, name("13-damaged", theme));
        assertThat(robot.lookup("Rebuild").tryQuery()).isPresent();
        OpenWindow.click(robot, "Close");
    }

    @ThemedTest
    void aLibraryThatCannotBeOpenedIsExplained(Theme theme, FxRobot robot) {
        var problem = new Problem(
                "The file database.sqlite is damaged.",
                "It was not opened, and nothing in it was changed.",
                "Restore it from a backup.");
        fx(() -> {
            theme.apply();
            ProblemDialog.of(problem).show();
            return true;
        });
        var dialog = robot.lookup(".problem").query().getScene().getWindow();
        Screenshots.take(dialog, name("12-problem", theme));
        assertThat(robot.lookup(problem.remedy()).tryQuery()).isPresent();
        OpenWindow.click(robot, "Close");
    }
}
