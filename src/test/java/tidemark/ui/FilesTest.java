package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.app.remotes.FolderRemote;
import tidemark.files.TransferSettings;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// The files of a project in the window.
@ExtendWith(ApplicationExtension.class)
final class FilesTest {
    @TempDir
    Path folder;

    private OpenWindow open;
    private ProjectId river;

    @BeforeEach
    void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        open.app.deviceName("Laptop");
        river = open.app
                .library()
                .projects()
                .create(ProjectDetails.titled("Field survey 2026"))
                .id();
        until(() -> !list().getItems().isEmpty());
        fx(() -> {
            list().getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> open.stage.getScene().lookup("#parts") != null);
        showTab(2);
    }

    @AfterEach
    void closeWindow() {
        OpenWindow.look(Theme.LIGHT);
        open.close();
    }

    private ListView<?> list() {
        return (ListView<?>) open.stage.getScene().lookup("#projects");
    }

    private void showTab(int tab) {
        fx(() -> {
            ((TabPane) node("#parts")).getSelectionModel().select(tab);
            return true;
        });
    }

    private Node node(String selector) {
        return open.stage.getScene().lookup(selector);
    }

    private TableView<?> table() {
        return (TableView<?>) node("#files");
    }

    private List<ProjectFile> stored() {
        return open.app.library().files().of(river);
    }

    private List<String> names() {
        return stored().stream().map(file -> file.details().name()).toList();
    }

    /// Adds files as the button does, and waits until they are on show.
    private void choose(FxRobot robot, List<Path> files) {
        open.desktop.files = files;
        OpenWindow.click(robot, "#add-first-files");
        eventually(() -> stored().size() == files.size());
        until(() -> table() != null && table().getItems().size() == files.size());
    }

    private void select(int line) {
        fx(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(line);
            return true;
        });
    }

    private void pictures(String name) {
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            OpenWindow.look(theme);
            Screenshots.take(open.stage, name, theme);
        }
        OpenWindow.look(Theme.LIGHT);
    }

    @Test
    void filesAreAddedShownAsTableAndAsPicturesAndRemembered(FxRobot robot) throws IOException {
        pictures("20-files-empty");
        var files = Gallery.write(folder.resolve("gallery"));
        open.app.syncing().useFolder(new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER));
        choose(robot, files);
        eventually(() -> open.app
                .files()
                .status()
                .filter(now -> now.sent().count() == files.size())
                .isPresent());
        until(() -> robot.lookup(".file-state.success").queryAll().size() >= files.size());
        select(1);
        pictures("21-files-table");
        OpenWindow.click(robot, "#files-as-grid");
        pictures("22-files-grid");
        until(() -> robot.lookup(".file-tile-picture .image-view").queryAllAs(ImageView.class).stream()
                        .filter(view -> view.getImage() != null)
                        .count()
                == 3);
        assertThat(robot.lookup(".file-tile:selected").queryAll()).hasSize(1);
        robot.push(KeyCode.RIGHT);
        pictures("22-files-grid");
        assertThat(open.app.settings().get("files.as")).contains("grid");
        assertThat(names()).hasSize(files.size());
    }

    @Test
    void oneIsOpenedRenamedSavedAndMovedToTheTrash(FxRobot robot) throws IOException {
        choose(robot, Gallery.write(folder.resolve("gallery")));
        select(0);
        robot.push(KeyCode.ENTER);
        eventually(() -> open.desktop.opened.size() == 1);
        assertThat(open.desktop.opened.getFirst())
                .hasFileName("Weir at low water.png")
                .exists();
        open.desktop.target = Optional.of(Files.writeString(folder.resolve("there.png"), "old"));
        chooseInMenu(robot, "Save as…");
        eventually(() -> Files.size(folder.resolve("there.png")) > 3);
        robot.push(KeyCode.F2);
        until(() -> robot.lookup(".name-prompt").tryQuery().isPresent());
        Screenshots.take(robot.lookup(".name-prompt").query().getScene().getWindow(), "23-files-rename", Theme.LIGHT);
        OpenWindow.click(robot, ".name-prompt .text-field")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("weir.png");
        OpenWindow.click(robot, ".name-prompt .button:default");
        eventually(() -> names().getFirst().equals("weir.png"));
        until(() -> table().getSelectionModel().getSelectedIndex() == 0);
        robot.push(KeyCode.DELETE);
        eventually(() -> names().size() == 8);
        until(() ->
                table().getItems().size() == 8 && table().getSelectionModel().getSelectedIndex() == 0);
        OpenWindow.click(robot, "#toast-action");
        until(() -> table().getItems().size() == 9);
        select(8);
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("Open it").tryQuery().isPresent());
        Screenshots.take(robot.lookup("Open it").query().getScene().getWindow(), "23-files-run", Theme.LIGHT);
        OpenWindow.click(robot, "Cancel");
        assertThat(open.desktop.opened).hasSize(1);
    }

    @Test
    void transfersAreToldInTheStatusBarAndPausedThere(FxRobot robot) throws IOException {
        open.app.syncing().useFolder(new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER));
        open.app.files().settings(TransferSettings.STANDARD.withUp(OptionalLong.of(30_000)));
        var large = new byte[600_000];
        new Random(1).nextBytes(large);
        choose(robot, List.of(Files.write(folder.resolve("Recording at the weir.wav"), large)));
        until(() -> transfers().endsWith("/s"));
        OpenWindow.click(robot, "#sync-indicator");
        until(() -> robot.lookup(".transfer-row .progress-bar").tryQuery().isPresent());
        pictures("27-transfers");
        Screenshots.take(robot.lookup(".sync-details").query().getScene().getWindow(), "27-details", Theme.LIGHT);
        fx(() -> {
            robot.lookup(".sync-details").query().getScene().getWindow().hide();
            return true;
        });
        OpenWindow.click(robot, "#pause-transfers");
        until(() -> transfers().equals("Files paused · 1 waits"));
        pictures("28-transfers-paused");
        open.app.files().settings(open.app.files().settings().withUp(OptionalLong.empty()));
        OpenWindow.click(robot, "#pause-transfers");
        eventually(() ->
                open.app.files().status().filter(now -> now.sent().count() == 1).isPresent());
        until(() -> !node("#transfers").isVisible());
    }

    /// The words in the status bar; none while nothing is moved.
    private String transfers() {
        return node("#transfers").isVisible() ? ((Labeled) node("#transfers").lookup(".label")).getText() : "";
    }

    private void chooseInMenu(FxRobot robot, String words) {
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        until(() -> robot.lookup(words).tryQuery().isPresent());
        Screenshots.take(robot.lookup(words).query().getScene().getWindow(), "23-files-menu", Theme.LIGHT);
        OpenWindow.click(robot, words);
    }

    @Test
    void foldersAreAddedOnceTheirNumberAndSizeIsAgreedTo(FxRobot robot) throws IOException {
        Gallery.write(folder.resolve("gallery/inner"));
        open.desktop.files = List.of(folder.resolve("gallery"));
        OpenWindow.click(robot, "#add-first-files");
        until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        Screenshots.take(robot.lookup(".dialog-pane").query().getScene().getWindow(), "24-files-ask", Theme.LIGHT);
        OpenWindow.click(robot, "Cancel");
        assertThat(stored()).isEmpty();
        OpenWindow.click(robot, "#add-first-files");
        until(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        OpenWindow.click(robot, "Add");
        eventually(() -> stored().size() == 9);
    }

    @Test
    void anImageThatIsPastedIntoATextIsShownThereAndOneThatIsMissingIsNamed(FxRobot robot) throws IOException {
        var picture = Gallery.picture(folder.resolve("Weir at low water.png"), 900, 420, 0x1c7ed6);
        showTab(0);
        fx(() -> {
            var files = new ClipboardContent();
            files.putFiles(List.of(picture.toFile()));
            Clipboard.getSystemClipboard().setContent(files);
            area().setText("# Low water\n\n\n\nAnd what is not there: ![the bridge](bridge.png)\n");
            area().positionCaret("# Low water\n\n".length());
            area().requestFocus();
            return true;
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> area().getText().contains("\n\n![Weir at low water](<Weir at low water.png>)\n\n"));
        assertThat(names()).containsExactly("Weir at low water.png");
        until(() -> robot.lookup(".markdown .image-view").tryQuery().isPresent());
        until(() -> robot.lookup("the bridge · no such file in this project")
                .tryQuery()
                .isPresent());
        var view = robot.lookup(".markdown .image-view").queryAs(ImageView.class);
        var page = robot.lookup(".markdown").query();
        assertThat(view.getBoundsInLocal().getWidth())
                .isLessThanOrEqualTo(page.getBoundsInLocal().getWidth());
        pictures("26-text-image");
        fx(() -> {
            var image = new ClipboardContent();
            image.putImage(view.getImage());
            Clipboard.getSystemClipboard().setContent(image);
            area().end();
            area().requestFocus();
            return true;
        });
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() ->
                area().getText().matches("(?s).*!\\[Image \\d{4}-\\d\\d-\\d\\d [\\d.]+]\\(<Image [-\\d. ]+\\.png>\\)"));
        assertThat(stored()).hasSize(2);
    }

    private TextArea area() {
        return (TextArea) node("#summary");
    }

    @Test
    void aQuickLookShowsPicturesAndTextsAndGoesToTheNext(FxRobot robot) throws IOException {
        choose(robot, Gallery.write(folder.resolve("gallery")));
        select(0);
        robot.push(KeyCode.SPACE);
        until(() -> look().filter(shown -> shown.lookup(".image-view") != null).isPresent());
        take("25-look-picture");
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.RIGHT);
        }
        until(() -> look().filter(shown -> shown.lookup(".look-text") != null).isPresent());
        take("25-look-text");
        robot.push(KeyCode.RIGHT);
        until(() ->
                look().filter(shown -> shown.lookup(".markdown-view") != null).isPresent());
        take("25-look-markdown");
        robot.push(KeyCode.RIGHT);
        until(() -> look().filter(shown -> shown.lookup(".empty-state") != null).isPresent());
        take("25-look-none");
        assertThat(OpenWindow.<Integer>fx(() -> table().getSelectionModel().getSelectedIndex()))
                .isEqualTo(5);
        robot.push(KeyCode.SPACE);
        until(() -> look().isEmpty());
    }

    private static Optional<Node> look() {
        return new ArrayList<>(Window.getWindows())
                .stream()
                        .filter(Window::isShowing)
                        .flatMap(window -> Optional.ofNullable(window.getScene().lookup("#look")).stream())
                        .findFirst();
    }

    private void take(String name) {
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            OpenWindow.look(theme);
            Screenshots.take(look().orElseThrow().getScene().getWindow(), name, theme);
        }
    }
}
