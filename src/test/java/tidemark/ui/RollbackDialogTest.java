package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.app.remotes.FolderRemote;
import tidemark.sync.SyncState;
import tidemark.sync.SyncState.Action;

/// The dialog after a rollback of the remote: the window reports it, and three clicks resolve it.
final class RollbackDialogTest extends WithWindow {
    /// Empties the folder of the remote; the sync looks again as after a start.
    private void theRemoteIsEmptied() throws IOException {
        var root = folder.resolve("remote/me");
        Files.createDirectories(folder.resolve("gone"));
        try (var entries = Files.list(root)) {
            for (var entry : entries.filter(
                            each -> !each.getFileName().toString().startsWith("."))
                    .toList()) {
                Files.move(entry, folder.resolve("gone").resolve(entry.getFileName()));
            }
        }
        open.app.syncing().useFolder(new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER));
        eventually(() -> isActionNeeded(Action.REMOTE_EMPTIED));
    }

    private boolean isActionNeeded(Action action) {
        return open.app.syncing().status().state() instanceof SyncState.ActionNeeded(var _, var needed)
                && needed == action;
    }

    private void openDialog(FxRobot robot) {
        OpenWindow.click(robot, "#sync-indicator");
        OpenWindow.click(robot, "Decide…");
        until(() -> robot.lookup("#wentback-send").tryQuery().isPresent());
    }

    @ThemedTest
    void thisDevicesStateIsSentToAnEmptiedRemote(Theme theme, FxRobot robot) throws IOException {
        look(theme);
        var projects = open.app.library().counts(LocalDate.EPOCH);
        theRemoteIsEmptied();
        openDialog(robot);
        var take = robot.lookup("#wentback-take").query();
        assertThat(take.isDisabled()).isTrue();
        until(() -> robot.lookup("#wentback-sent")
                .queryAs(Labeled.class)
                .getText()
                .matches("Records on the remote: \\d+ added."));
        Screenshots.take(take.getScene().getWindow(), "40-went-back", theme);
        OpenWindow.click(robot, "#wentback-send");
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
        assertThat(folder.resolve("remote/me/library.json")).exists();
        assertThat(open.app.library().counts(LocalDate.EPOCH)).isEqualTo(projects);
    }

    /// Not even the mark of a remote is left: a disk that is not connected looks the same.
    @Test
    void whereEverythingWasDeletedTheWindowOffersTheSame(FxRobot robot) throws IOException {
        var projects = open.app.library().counts(LocalDate.EPOCH);
        Files.move(folder.resolve("remote"), folder.resolve("gone"));
        Files.createDirectories(folder.resolve("remote"));
        open.app.syncing().syncNow();
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.Offline(var _, var _, var isVanished)
                && isVanished);
        openDialog(robot);
        assertThat(robot.lookup("#wentback-take").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#wentback-sent").queryAs(Labeled.class).getText())
                .isEqualTo("Records on the remote: all of this library is sent; nothing is there that could be"
                        + " replaced.");
        OpenWindow.click(robot, "#wentback-send");
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
        assertThat(folder.resolve("remote/me/library.json")).exists();
        assertThat(open.app.library().counts(LocalDate.EPOCH)).isEqualTo(projects);
    }

    @Test
    void orTheLibraryIsKeptHereOnly(FxRobot robot) throws IOException {
        theRemoteIsEmptied();
        openDialog(robot);
        OpenWindow.click(robot, "#wentback-local");
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.LocalOnly);
    }
}
