package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectId;
import tidemark.sync.SyncState;
import tidemark.ui.markdown.LinkClicked;

/// The news that the window tells: each once, and none moves the text that somebody is typing in.
final class NewsTest extends WithWindow {
    private List<ProjectId> shown() {
        return open.app.library().projects().page(ProjectQuery.of(new ProjectQuery.Shelf.All()), 0, 3).stream()
                .map(project -> project.id())
                .toList();
    }

    /// Two edits of one title, neither of which knows of the other.
    private void conflictIn(ProjectId id) {
        var projects = open.app.library().projects();
        var was = projects.find(id).orElseThrow();
        var _ = projects.save(was, was.details().withTitle("One"));
        var _ = projects.save(was, was.details().withTitle("Another"));
    }

    private Node node(String selector) {
        return open.stage.getScene().lookup(selector);
    }

    private double topOfText() {
        return fx(() -> node("#summary").localToScene(0, 0).getY());
    }

    private boolean isShown(String selector) {
        return fx(() -> node(selector).isVisible());
    }

    @Test
    void eachIsToldOnceAndNoneMovesTheText(FxRobot robot) throws IOException {
        var projects = shown();
        fx(() -> {
            ((ListView<?>) node("#projects")).getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> node("#summary") != null);
        fx(() -> {
            node("#summary").requestFocus();
            return true;
        });
        var top = topOfText();

        conflictIn(projects.getFirst());
        until(() -> node("#conflict-banner").isVisible());
        eventually(() -> open.app.syncing().status().conflicts() == 1);
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.Conflicts);
        assertThat(isShown("#toast"))
                .as("the banner of the open project tells of it")
                .isFalse();
        assertThat(topOfText()).isEqualTo(top);
        Screenshots.take(open.stage, "28-conflict-banner-light");

        conflictIn(projects.get(1));
        until(() -> node("#toast").isVisible());
        assertThat(robot.lookup("#conflict-banner .label").<Labeled>queryAllAs(Labeled.class))
                .as("of another project it tells nothing")
                .anyMatch(words -> words.getText().startsWith("Something here was changed"));
        assertThat(topOfText()).isEqualTo(top);
        fx(() -> {
            node("#toast").lookup(".button").fireEvent(new javafx.event.ActionEvent());
            return true;
        });
        assertThat(isShown("#toast")).isFalse();

        Files.move(folder.resolve("remote"), folder.resolve("away"));
        open.app.syncing().syncNow();
        until(() -> ((Labeled) node("#sync-indicator")).getText().startsWith("Offline"));
        assertThat(isShown("#toast")).isFalse();
        assertThat(isShown("#banner")).isFalse();

        fx(() -> {
            node("#summary").fireEvent(LinkClicked.of("file:///etc/passwd"));
            return true;
        });
        until(() -> node("#banner").isVisible());
        assertThat(topOfText()).isEqualTo(top);
        assertThat(fx(() -> open.stage.getScene().getFocusOwner().getId())).isEqualTo("summary");
    }
}
