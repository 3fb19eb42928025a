package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.db.SqliteFile;
import tidemark.library.records.ProjectDetails;
import tidemark.sync.SyncState;

/// The window on an empty library and on the sample.
@ExtendWith(ApplicationExtension.class)
final class WindowTest {
    @TempDir
    Path folder;

    private OpenWindow empty() {
        return OpenWindow.on(folder.resolve("empty"), Theme.LIGHT, Optional.empty());
    }

    private static <T extends Node> T find(OpenWindow open, String selector, Class<T> type) {
        return type.cast(open.stage.getScene().lookup(selector));
    }

    private static ListView<?> list(OpenWindow open) {
        return find(open, "#projects", ListView.class);
    }

    @Test
    void theSampleLibraryShowsInLightAndDark() {
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            try (var open = OpenWindow.on(
                    folder.resolve(theme.name()), theme, Optional.of(folder.resolve("remote-" + theme)))) {
                until(() -> list(open).getItems().size() > 3);
                until(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
                Screenshots.take(open.stage, "01-window", theme);
                assertThat(find(open, "#sync-indicator", Labeled.class).getText())
                        .startsWith("Up to date");
            }
        }
    }

    @Test
    void theListIsThereWithTheWindow() {
        var folder = this.folder.resolve("listed");
        try (var open = OpenWindow.on(folder, Theme.LIGHT, Optional.of(this.folder.resolve("remote")))) {
            assertThat(open.linesAtOnce).isGreaterThan(3);
        }
    }

    /// Another process tells nobody: the window finds out by itself. A collection is not in the search index, whose
    /// upkeep would be a change of this process.
    @Test
    void whatAnotherProcessWritesAppears(FxRobot robot) {
        try (var open = empty()) {
            SqliteFile.edit(
                    open.app.folder().database(),
                    sql -> sql.update("INSERT INTO collection (id, name) VALUES ('c1', 'Rivers')"));
            until(() -> robot.lookup("Rivers").tryQuery().isPresent());
        }
    }

    @Test
    void aNewProjectIsWrittenAndSavedByItself(FxRobot robot) {
        try (var open = empty()) {
            Screenshots.take(open.stage, "02-empty-light");
            OpenWindow.click(robot, "#new-project");
            until(() -> open.stage.getScene().lookup("#title") != null);
            OpenWindow.click(robot, "#title").write("Field survey");
            OpenWindow.click(robot, "#summary").write("Water samples");
            until(() -> open.app.library() != null && list(open).getItems().size() == 1);
            awaitSaved(open, "Field survey", "Water samples");
            Screenshots.take(open.stage, "03-new-project-light");
        }
    }

    private static void awaitSaved(OpenWindow open, String title, String summary) {
        eventually(() -> open.app.search().find(title, 10).stream()
                .anyMatch(hit -> hit.project().preview().contains(summary)));
    }

    @Test
    void itClosesWhenWhatWasTypedLastIsSaved() {
        try (var open = empty()) {
            var id = open.app
                    .library()
                    .projects()
                    .create(ProjectDetails.titled("River"))
                    .id();
            until(() -> list(open).getItems().size() == 1);
            OpenWindow.fx(() -> {
                list(open).getSelectionModel().select(0);
                return true;
            });
            until(() -> open.stage.getScene().lookup("#title") instanceof TextField);
            OpenWindow.fx(() -> {
                find(open, "#title", TextField.class).setText("Brook");
                open.stage.fireEvent(new WindowEvent(open.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                return true;
            });
            until(() -> !open.stage.isShowing());
            eventually(() -> open.app
                    .library()
                    .projects()
                    .find(id)
                    .orElseThrow()
                    .details()
                    .title()
                    .equals("Brook"));
        }
    }
}
