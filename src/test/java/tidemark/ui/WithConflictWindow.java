package tidemark.ui;

import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.db.SqliteFile;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// Two devices with a project that both edit, and the window in which the conflicts are resolved.
@ExtendWith(ApplicationExtension.class)
abstract class WithConflictWindow {
    static final String BASE = "# Samples\n\nupper reach\n\nlower reach\n\nbring bottles\n";

    @TempDir
    Path folder;

    TwoDevices devices;
    ProjectId river;

    @BeforeEach
    void open() {
        devices = new TwoDevices(folder, Theme.LIGHT);
        river = devices.here()
                .projects()
                .create(ProjectDetails.titled("River").withSummary(BASE))
                .id();
        devices.syncBoth();
    }

    @AfterEach
    void close() {
        devices.close();
    }

    void edit(Library library, UnaryOperator<ProjectDetails> change) {
        TwoDevices.edit(library, river, change);
    }

    ProjectDetails there() {
        return devices.there().projects().find(river).orElseThrow().details();
    }

    void textConflict() {
        devices.editApart(
                () -> edit(
                        devices.here(),
                        now -> now.withSummary(
                                BASE.replace("upper", "UPPER").replace("bring bottles", "bring 12 bottles"))),
                () -> edit(
                        devices.there(), now -> now.withSummary(BASE.replace("upper", "middle") + "\nand a rope\n")));
    }

    void titleConflict() {
        devices.editApart(
                () -> edit(devices.here(), now -> now.withTitle("River survey")),
                () -> edit(devices.there(), now -> now.withTitle("Brook")));
    }

    /// Opens the project.
    void open(FxRobot robot) {
        var list = robot.lookup("#projects").queryAs(ListView.class);
        until(() -> !list.getItems().isEmpty());
        fx(() -> {
            list.getSelectionModel().clearAndSelect(0);
            return true;
        });
    }

    /// Opens the window by the banner below the project.
    void review(FxRobot robot) {
        open(robot);
        until(() -> robot.lookup("#conflict-review")
                .tryQuery()
                .filter(button -> button.localToScreen(0, 0) != null && button.isVisible())
                .isPresent());
        OpenWindow.click(robot, "#conflict-review");
        until(() -> robot.lookup("#conflict-title").tryQuery().isPresent());
    }

    static void picture(FxRobot robot, String name, Theme theme) {
        Screenshots.take(robot.lookup("#conflict-title").query().getScene().getWindow(), name, theme);
    }

    /// Adds the version of a third device, as its merge would.
    void tabletWroteToo(String field, String value) {
        var line = "{\"at\":%d,\"device\":\"0123\",\"name\":\"Tablet\",\"value\":{\"%s\":\"%s\"}}"
                .formatted(Instant.now().minusSeconds(7200).toEpochMilli(), field, value);
        onFile("UPDATE conflict SET all_versions = all_versions || char(10) || ?", line);
    }

    /// Another program writes into the library.
    void onFile(String statement, Object... values) {
        SqliteFile.edit(folder.resolve("desk").resolve("database.sqlite"), sql -> {
            sql.update("UPDATE tx SET number = number + 1");
            return sql.update(statement, values);
        });
        TwoDevices.send(devices.desk);
        devices.syncBoth();
    }
}
