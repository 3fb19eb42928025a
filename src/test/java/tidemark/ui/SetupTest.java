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
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tidemark.app.Keeping;
import tidemark.remote.s3.S3Provider;
import tidemark.remote.s3.S3Server;
import tidemark.sync.SyncState;

/// A person chooses where to sync: the place is tested, the first sync rehearsed, and then it is used.
@ExtendWith(ApplicationExtension.class)
final class SetupTest {
    @TempDir
    Path folder;

    private OpenWindow open;

    @Start
    void toolkit(Stage ignored) {
        assertThat(ignored).isNotNull();
    }

    @BeforeEach
    void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.of(folder.resolve("remote")));
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private static void chooseStorage(FxRobot robot) {
        OpenWindow.click(robot, "#settings");
        OpenWindow.click(robot, "#change-storage");
        until(() -> robot.lookup("#kinds").tryQuery().isPresent());
    }

    private static void type(FxRobot robot, String selector, String text) {
        fx(() -> {
            robot.lookup(selector).queryAs(TextInputControl.class).setText(text);
            return true;
        });
    }

    private static void chooseKind(FxRobot robot, int place) {
        fx(() -> {
            robot.lookup("#kinds").queryAs(ListView.class).getSelectionModel().select(place);
            return true;
        });
    }

    private static void fillBucket(FxRobot robot, S3Server server, String secret) {
        chooseKind(robot, 1 + List.of(S3Provider.values()).indexOf(S3Provider.MINIO));
        type(robot, "#endpoint", server.address().endpoint().toString());
        type(robot, "#bucket", S3Server.BUCKET);
        type(robot, "#access-key", S3Server.KEYS.name());
        type(robot, "#secret-key", secret);
        fx(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<Keeping> keeping = robot.lookup("#keeping").queryAs(ChoiceBox.class);
            keeping.setValue(Keeping.THIS_RUN);
            return true;
        });
    }

    private static void look(Theme theme) {
        fx(() -> {
            theme.apply();
            return true;
        });
    }

    private static void picture(FxRobot robot, String name, Theme theme) {
        Screenshots.take(
                robot.lookup("#kinds").query().getScene().getWindow(),
                name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> words(FxRobot robot, String selector) {
        return fx(() -> robot.lookup(selector).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    private static boolean isEnabled(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void aBucketIsTestedRehearsedAndUsed(Theme theme, FxRobot robot) throws Exception {
        look(theme);
        try (var server = S3Server.atomic()) {
            chooseStorage(robot);
            picture(robot, "30-storage-folder", theme);
            fillBucket(robot, server, S3Server.KEYS.secret());
            OpenWindow.click(robot, "#test-connection");
            until(() -> isEnabled(robot, "#use-storage"));
            picture(robot, "31-storage-bucket", theme);
            assertThat(words(robot, "#rehearsal"))
                    .anyMatch(words -> words.contains("12 projects and 7 notes will be sent"));
            OpenWindow.click(robot, "#use-storage");
            until(() -> robot.lookup("#kinds").tryQuery().isEmpty());
            eventually(() -> open.app
                    .syncing()
                    .status()
                    .remote()
                    .filter(place -> place.contains(S3Server.BUCKET))
                    .isPresent());
            eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate
                    && open.app.syncing().status().version() > 0);
        }
    }

    @Test
    void aWrongKeyIsExplainedAndNothingChanges(FxRobot robot) throws Exception {
        try (var server = S3Server.atomic()) {
            chooseStorage(robot);
            fillBucket(robot, server, "wrong");
            OpenWindow.click(robot, "#test-connection");
            until(() -> robot.lookup(".test-result").tryQuery().isPresent());
            picture(robot, "32-storage-refused", Theme.LIGHT);
            assertThat(isEnabled(robot, "#use-storage")).isFalse();
            assertThat(open.app.remotes().describe().orElseThrow()).startsWith("folder");
            OpenWindow.click(robot, "Cancel");
        }
    }

    @Test
    void anotherFolderGetsTheWholeLibrary(FxRobot robot) {
        var other = folder.resolve("other");
        chooseStorage(robot);
        type(robot, "#remote-folder", other.toString());
        OpenWindow.click(robot, "#test-connection");
        until(() -> isEnabled(robot, "#use-storage"));
        OpenWindow.click(robot, "#use-storage");
        until(() -> robot.lookup("#kinds").tryQuery().isEmpty());
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate
                && other.resolve("me/changes/000000000/001.json.gz").toFile().isFile());
    }

    @Test
    void aChangedFormMustBeTestedAgain(FxRobot robot) {
        chooseStorage(robot);
        type(robot, "#remote-folder", folder.resolve("other").toString());
        OpenWindow.click(robot, "#test-connection");
        until(() -> isEnabled(robot, "#use-storage"));
        type(robot, "#remote-folder", folder.resolve("another").toString());
        until(() -> !isEnabled(robot, "#use-storage"));
        OpenWindow.click(robot, "Cancel");
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
