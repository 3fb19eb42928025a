package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.records.ProjectDetails;
import tidemark.sync.SyncState;
import tidemark.sync.SyncState.Action;
import tidemark.sync.format.Version;

/// A batch that no device can read: the window says so, asks, and sync goes on.
final class SkipUnreadableTest extends WithWindow {
    private Path batch;

    @BeforeEach
    void spoilTheNextBatch() throws IOException {
        var next = new Version(open.app.syncing().status().version() + 1);
        batch = folder.resolve("remote/me").resolve(next.objectName().value());
        Files.createDirectories(batch.getParent());
        Files.writeString(batch, "no batch");
        open.app.syncing().syncNow();
        eventually(() -> isActionNeeded(Action.SKIP_UNREADABLE));
    }

    private boolean isActionNeeded(Action action) {
        return open.app.syncing().status().state() instanceof SyncState.ActionNeeded(var _, var needed)
                && needed == action;
    }

    private void openDialog(FxRobot robot) {
        OpenWindow.click(robot, "#sync-indicator");
        until(() -> robot.lookup("Skip what cannot be read\u2026").tryQuery().isPresent());
        Screenshots.take(
                robot.lookup("Skip what cannot be read\u2026")
                        .query()
                        .getScene()
                        .getWindow(),
                "41-unreadable-light");
        OpenWindow.click(robot, "Skip what cannot be read\u2026");
        until(() -> robot.lookup("Skip it").tryQuery().isPresent());
        Screenshots.take(robot.lookup("Skip it").query().getScene().getWindow(), "42-skip-unreadable-light");
    }

    @Test
    void afterAYesItIsSkippedAndSyncGoesOn(FxRobot robot) {
        var counts = open.app.library().counts(LocalDate.EPOCH);
        openDialog(robot);
        OpenWindow.click(robot, "Skip it");
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
        assertThat(batch.toFile().length()).isNotEqualTo("no batch".length());
        assertThat(open.app.library().counts(LocalDate.EPOCH)).isEqualTo(counts);
        open.app.library().projects().create(ProjectDetails.titled("River"));
        eventually(() -> open.app.status().pending() == 0);
    }

    @Test
    void afterANoNothingIsSkipped(FxRobot robot) {
        openDialog(robot);
        OpenWindow.click(robot, "Cancel");
        until(() -> robot.lookup("Skip it").tryQuery().isEmpty());
        assertThat(batch).hasContent("no batch");
        assertThat(isActionNeeded(Action.SKIP_UNREADABLE)).isTrue();
    }
}
