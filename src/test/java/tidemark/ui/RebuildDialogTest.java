package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.base.LibraryFolder;
import tidemark.app.remotes.FolderRemote;
import tidemark.db.DamagedFile;
import tidemark.library.records.ProjectDetails;
import tidemark.sync.SyncState;

/// The start of the program on a damaged library, and the button *Rebuild*.
@ExtendWith(ApplicationExtension.class)
final class RebuildDialogTest {
    @TempDir
    Path folder;

    private final Random random = new Random(1);

    private LibraryFolder library() {
        return new LibraryFolder(folder.resolve("laptop"));
    }

    private App open() {
        return TestApp.open(library().path(), random);
    }

    @BeforeEach
    void aLibraryInSyncWithSomethingNotSent() {
        try (var app = open()) {
            app.remotes().choose(new FolderRemote(folder.resolve("remote"), "me"));
            app.library().projects().create(ProjectDetails.titled("Sent"));
            app.syncing().start();
            eventually(() -> app.syncing().status().state() instanceof SyncState.UpToDate
                    && app.status().pending() == 0);
        }
        try (var app = open()) {
            app.backups().make();
            app.library().projects().create(ProjectDetails.titled("Not sent"));
        }
    }

    @AfterEach
    void end() {
        Platform.setImplicitExit(false);
    }

    private Start start(FxRobot robot) throws TimeoutException {
        var _ = Start.begin(library(), Optional.empty());
        var program = (Start) FxToolkit.setupApplication(Start.class);
        until(() -> robot.lookup("Rebuild").tryQuery().isPresent());
        OpenWindow.click(robot, "Rebuild");
        until(() -> robot.lookup("#projects").tryQuery().isPresent());
        return program;
    }

    /// Waits for what the sync indicator says; sync begins a moment after the window is there.
    private static void syncSays(FxRobot robot, String words) {
        until(() ->
                robot.lookup("#sync-indicator").queryAs(Labeled.class).getText().contains(words));
    }

    private static void holdsBoth(FxRobot robot) {
        until(() -> robot.lookup("Sent").tryQuery().isPresent()
                && robot.lookup("Not sent").tryQuery().isPresent());
    }

    private static String told(FxRobot robot) {
        return robot.from(robot.lookup("#banner").queryAll()).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .reduce("", String::concat);
    }

    @Test
    void theLibraryIsThereAgainFromTheRemoteWithWhatWasNotSent(FxRobot robot) throws Exception {
        DamagedFile.overwrite(library().database(), "conflict");
        var program = start(robot);
        try {
            holdsBoth(robot);
            assertThat(told(robot))
                    .contains("rebuilt from the folder", "1 record not sent yet", "damaged file is kept as");
            syncSays(robot, "Up to date");
        } finally {
            FxToolkit.cleanupApplication(program);
        }
        keptAside();
    }

    @Test
    void whileTheRemoteIsAwayItIsMadeFromTheBackupAndSaysWhy(FxRobot robot) throws Exception {
        DamagedFile.overwrite(library().database(), "conflict");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        var program = start(robot);
        try {
            holdsBoth(robot);
            assertThat(told(robot)).contains("because the remote cannot be used now");
            syncSays(robot, "Offline");
        } finally {
            FxToolkit.cleanupApplication(program);
        }
        keptAside();
    }

    @Test
    void damageThatIsFoundWhileTheWindowIsOpenIsToldWithTheSameOffer(FxRobot robot) throws Exception {
        DamagedFile.overwrite(library().database(), "project_due");
        var _ = Start.begin(library(), Optional.empty());
        var program = (Start) FxToolkit.setupApplication(Start.class);
        try {
            until(() ->
                    robot.lookup("#rebuild").tryQuery().filter(Node::isVisible).isPresent());
            assertThat(told(robot)).containsIgnoringCase("is damaged").containsIgnoringCase("rebuild");
            var banner = robot.lookup("#banner").query();
            Screenshots.take(banner.getScene().getWindow(), "27-damage", Theme.LIGHT);
            OpenWindow.click(robot, "#rebuild");
            until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
            robot.interact(
                    () -> ((Button) robot.from(robot.lookup(".dialog-pane").queryAll())
                                    .lookup("Rebuild")
                                    .query())
                            .fire());
            until(() -> told(robot).contains("rebuilt from the folder"));
            holdsBoth(robot);
        } finally {
            FxToolkit.cleanupApplication(program);
        }
        keptAside();
        assertThat(library().path().resolve("check.json")).doesNotExist();
    }

    private void keptAside() throws IOException {
        try (var kept = Files.list(folder.resolve("laptop/backups"))) {
            assertThat(kept).anyMatch(file -> file.getFileName().toString().startsWith("damaged-"));
        }
    }
}
