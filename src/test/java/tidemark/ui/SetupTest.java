package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Files;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.app.remotes.S3Remote;
import tidemark.remote.s3.S3Address.Style;
import tidemark.remote.s3.S3Server;
import tidemark.sync.SyncState;
import tidemark.sync.format.CommitMode;

/// The choice of a storage: the connection test, the dry run of the first sync, and the use.
final class SetupTest extends WithWindow {
    @ThemedTest
    void aBucketIsTestedRehearsedAndUsed(Theme theme, FxRobot robot) throws Exception {
        look(theme);
        try (var server = S3Server.atomic()) {
            var storage = StorageWindow.open(robot);
            storage.picture("30-storage-folder", theme);
            storage.fillBucket(server, S3Server.KEYS.secret());
            storage.chooseStyle(Style.PATH);
            OpenWindow.click(robot, "#test-connection");
            until(() -> storage.isEnabled("#use-storage"));
            storage.picture("31-storage-bucket", theme);
            assertThat(storage.words("#rehearsal"))
                    .anyMatch(words -> words.contains("12 projects and 7 notes will be sent"));
            OpenWindow.click(robot, "#use-storage");
            until(() -> robot.lookup("#kinds").tryQuery().isEmpty());
            eventually(() -> open.app
                    .syncing()
                    .status()
                    .remote()
                    .filter(place -> place.contains(S3Server.BUCKET))
                    .isPresent());
            assertThat(open.app.remotes().current())
                    .hasValueSatisfying(remote -> assertThat(remote)
                            .isInstanceOfSatisfying(
                                    S3Remote.class,
                                    bucket ->
                                            assertThat(bucket.address().style()).isEqualTo(Style.PATH)));
            eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate
                    && open.app.syncing().status().version() > 0);
        }
    }

    @Test
    void aWrongKeyIsExplainedAndNothingChanges(FxRobot robot) throws Exception {
        try (var server = S3Server.atomic()) {
            var storage = StorageWindow.open(robot);
            storage.fillBucket(server, "wrong");
            OpenWindow.click(robot, "#test-connection");
            until(() -> robot.lookup(".test-result").tryQuery().isPresent());
            storage.picture("32-storage-refused", Theme.LIGHT);
            assertThat(storage.isEnabled("#use-storage")).isFalse();
            assertThat(open.app.remotes().describe().orElseThrow()).startsWith("folder");
            OpenWindow.click(robot, "Cancel");
        }
    }

    @Test
    void anotherFolderGetsTheWholeLibrary(FxRobot robot) {
        var other = folder.resolve("other");
        var storage = StorageWindow.open(robot);
        storage.type("#remote-folder", other.toString());
        OpenWindow.click(robot, "#test-connection");
        until(() -> storage.isEnabled("#use-storage"));
        OpenWindow.click(robot, "#use-storage");
        until(() -> robot.lookup("#kinds").tryQuery().isEmpty());
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate
                && other.resolve("me/changes/000000000/001.json.gz").toFile().isFile());
    }

    @Test
    void aChangedFormMustBeTestedAgain(FxRobot robot) {
        var storage = StorageWindow.open(robot);
        storage.type("#remote-folder", folder.resolve("other").toString());
        OpenWindow.click(robot, "#test-connection");
        until(() -> storage.isEnabled("#use-storage"));
        storage.type("#remote-folder", folder.resolve("another").toString());
        until(() -> !storage.isEnabled("#use-storage"));
        OpenWindow.click(robot, "Cancel");
    }

    @Test
    void aPathThatIsNotWholeIsRefused(FxRobot robot) {
        var storage = StorageWindow.open(robot);
        storage.type("#remote-folder", "notes/remote");
        OpenWindow.click(robot, "#test-connection");
        until(() -> storage.isThere(".test-result"));
        assertThat(storage.words("#test-list")).anyMatch(words -> words.contains("not a whole path"));
        assertThat(storage.isEnabled("#use-storage")).isFalse();
        OpenWindow.click(robot, "Cancel");
    }

    @Test
    void aFolderThatCannotBeMadeFailsTheTest(FxRobot robot) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        var storage = StorageWindow.open(robot);
        storage.type("#remote-folder", file.resolve("library").toString());
        OpenWindow.click(robot, "#test-connection");
        until(() -> storage.isThere(".test-result.danger"));
        assertThat(storage.words("#test-list")).noneMatch(words -> words.contains("by itself"));
        assertThat(storage.isEnabled("#use-storage")).isFalse();
        OpenWindow.click(robot, "Cancel");
    }

    @ThemedTest
    void aBucketThatIgnoresConditionsIsUsedByClaims(Theme theme, FxRobot robot) throws Exception {
        look(theme);
        try (var server = S3Server.heedless()) {
            var storage = StorageWindow.open(robot);
            storage.fillBucket(server, S3Server.KEYS.secret());
            OpenWindow.click(robot, "#test-connection");
            until(() -> storage.isEnabled("#use-storage"));
            storage.picture("33-storage-by-claims", theme);
            assertThat(storage.words("#test-list"))
                    .anyMatch(words -> words.contains("replaces it all the same"))
                    .anyMatch(words -> words.startsWith("Commits by claims: this server"));
            OpenWindow.click(robot, "#use-storage");
            until(() -> !storage.isThere("#kinds"));
            eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate
                    && open.app.syncing().status().version() > 0);
            assertThat(open.app.syncing().status().commits()).contains(CommitMode.CLAIMS);
        }
    }

    @Test
    void escapeClosesTheWindow(FxRobot robot) {
        var storage = StorageWindow.open(robot);
        robot.push(KeyCode.ESCAPE);
        until(() -> !storage.isThere("#kinds"));
    }

    @Test
    void syncingIsStopped(FxRobot robot) {
        OpenWindow.click(robot, "#settings");
        OpenWindow.click(robot, "#stop-syncing");
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.LocalOnly);
        Node place = robot.lookup("#remote-place").query();
        until(() -> place instanceof Labeled label && label.getText().contains("this computer only"));
        OpenWindow.click(robot, "Close");
    }
}
