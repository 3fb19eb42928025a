package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.library.TestLibrary.title;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.remotes.FolderRemote;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// A window in which a person types, while another device writes to the same project.
@ExtendWith(ApplicationExtension.class)
final class EditingTest {
    @TempDir
    Path folder;

    /// The other device, without a window.
    private App desk() {
        var app = TestApp.open(folder, "desk");
        app.deviceName("Desk");
        return app;
    }

    private FolderRemote remote() {
        return new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER);
    }

    private OpenWindow laptop() {
        var open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        open.app.syncing().useFolder(remote());
        return open;
    }

    /// Makes a project in the window's library and waits until the other device has it.
    private ProjectId shared(OpenWindow open, App desk, ProjectDetails details) {
        desk.syncing().useFolder(remote());
        var id = open.app.library().projects().create(details).id();
        eventually(() -> desk.library().projects().find(id).isPresent());
        return id;
    }

    private static TextArea summary(OpenWindow open) {
        return (TextArea) open.stage.getScene().lookup("#summary");
    }

    private static void openFirst(OpenWindow open) {
        var list = (ListView<?>) open.stage.getScene().lookup("#projects");
        until(() -> !list.getItems().isEmpty());
        fx(() -> {
            list.getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> summary(open) != null);
    }

    private static void edit(App app, ProjectId id, UnaryOperator<ProjectDetails> change) {
        Project was = app.library().projects().find(id).orElseThrow();
        app.library().projects().save(was, change.apply(was.details()));
        app.syncing().syncNow();
        eventually(() -> app.status().pending() == 0);
    }

    private static String stored(App app, ProjectId id) {
        return app.library().projects().find(id).orElseThrow().details().summary();
    }

    @Test
    void whatArrivesWhileAPersonTypesIsLaidInAndTheCaretStays(FxRobot robot) {
        try (var open = laptop();
                var desk = desk()) {
            var id = shared(open, desk, ProjectDetails.titled("River").withSummary("first\n\nsecond\n\nthird\n"));
            openFirst(open);
            fx(() -> {
                summary(open).requestFocus();
                summary(open).positionCaret("first\n\nsecond".length());
                return true;
            });
            robot.write(" typed");
            edit(desk, id, details -> details.withSummary("FIRST\n\nsecond\n\nthird\nfourth\n"));
            robot.write(" on");
            until(() -> summary(open).getText().startsWith("FIRST"));
            robot.write("!");
            until(() -> summary(open).getText().equals("FIRST\n\nsecond typed on!\n\nthird\nfourth\n"));
            assertThat(OpenWindow.<Integer>fx(() -> summary(open).getCaretPosition()))
                    .isEqualTo("FIRST\n\nsecond typed on!".length());
            eventually(() -> stored(open.app, id).equals("FIRST\n\nsecond typed on!\n\nthird\nfourth\n"));
            eventually(() -> stored(desk, id).equals("FIRST\n\nsecond typed on!\n\nthird\nfourth\n"));
            assertThat(open.app.library().conflicts().count()).isZero();
        }
    }

    @Test
    void typingCanBeUndoneAfterAPull(FxRobot robot) {
        try (var open = laptop();
                var desk = desk()) {
            var id = shared(open, desk, ProjectDetails.titled("River").withSummary("first\nsecond\n"));
            openFirst(open);
            edit(desk, id, details -> details.withSummary("first\nsecond\nthird\n"));
            until(() -> summary(open).getText().endsWith("third\n"));
            fx(() -> {
                summary(open).requestFocus();
                summary(open).positionCaret(0);
                return true;
            });
            robot.write("x");
            assertThat(OpenWindow.<String>fx(() -> summary(open).getText())).startsWith("xfirst");
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            assertThat(OpenWindow.<String>fx(() -> summary(open).getText())).isEqualTo("first\nsecond\nthird\n");
        }
    }

    @Test
    void bothTitlesAreKeptWhenTheyWereTypedAtOnce(FxRobot robot) {
        try (var open = laptop();
                var desk = desk()) {
            var id = shared(open, desk, ProjectDetails.titled("River"));
            openFirst(open);
            open.app.syncing().pause();
            OpenWindow.click(robot, "#title").push(KeyCode.END).write(" survey");
            eventually(() -> title(open.app.library(), id).equals("River survey"));
            edit(desk, id, details -> details.withTitle("Brook"));
            open.app.syncing().resume();
            var conflicts = open.app.library().conflicts();
            eventually(() -> conflicts.count() == 1);
            assertThat(conflicts.open().getFirst().theirs().value().text("title"))
                    .hasValue("Brook");
            until(() -> open.stage.getScene().lookup("#sync-indicator") != null);
            eventually(() -> open.app.status().pending() == 0);
            Screenshots.take(open.stage, "10-conflict-light");
        }
    }
}
