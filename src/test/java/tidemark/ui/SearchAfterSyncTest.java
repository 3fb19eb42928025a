package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// The search of a window whose library receives texts by a sync.
@ExtendWith(ApplicationExtension.class)
final class SearchAfterSyncTest {
    @TempDir
    Path folder;

    @Test
    void whatArrivesChangesOrGoesByASyncIsFoundAccordingly(FxRobot robot) {
        try (var devices = new TwoDevices(folder, Theme.LIGHT)) {
            var there = devices.there();
            var made =
                    there.projects().create(ProjectDetails.titled("River walk")).id();
            devices.syncBoth();
            search(robot, "river");
            shows(robot, 1);

            TwoDevices.edit(there, made, now -> now.withTitle("Lake"));
            devices.syncBoth();
            shows(robot, 0);
            search(robot, "lake");
            shows(robot, 1);

            remove(devices, made);
            shows(robot, 0);
        }
    }

    private static void remove(TwoDevices devices, ProjectId project) {
        devices.there().trash().put(List.of(project));
        devices.there().trash().empty();
        devices.syncBoth();
        assertThat(devices.here().projects().find(project)).isEmpty();
    }

    private static void search(FxRobot robot, String words) {
        fx(() -> {
            robot.lookup("#search").queryAs(TextField.class).setText(words);
            return true;
        });
    }

    private static void shows(FxRobot robot, int count) {
        until(() -> robot.lookup("#projects").queryListView().getItems().size() == count);
    }
}
