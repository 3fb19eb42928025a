package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;
import tidemark.ui.base.Texts;
import tidemark.ui.conflicts.ShownConflicts.Modifier;

/// The conflict window by keys and clicks alone.
@ExtendWith(ApplicationExtension.class)
final class ConflictWindowTest {
    private static final String BASE = "upper\n\n" + "same\n".repeat(20) + "\nlower\n\nend\n";

    @TempDir
    Path folder;

    private ShownConflicts shown;

    @BeforeEach
    void open() {
        shown = new ShownConflicts(folder, false);
    }

    @AfterEach
    void close() {
        shown.close();
    }

    private ProjectId text() {
        return shown.disputed(
                ProjectDetails.titled("River").withSummary(BASE),
                now -> now.withSummary(BASE.replace("upper", "UPPER")),
                now -> now.withSummary(BASE.replace("upper", "middle").replace("lower", "LOWER")));
    }

    private String stored(ProjectId id) {
        return shown.late.stored(id).summary();
    }

    private String label(String selector) {
        return shown.the(selector, Labeled.class).getText();
    }

    private void click(Node node) {
        shown.run(() -> node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                1,
                1,
                1,
                1,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                new PickResult(node, 1, 1))));
    }

    private List<String> taken() {
        return shown.scene().getRoot().lookupAll(".take").stream()
                .map(ToggleButton.class::cast)
                .filter(Toggle::isSelected)
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aChangeOfOneSideIsRefusedByKey() {
        var river = text();
        shown.show(1024);
        assertThat(label("#conflict-piece")).isEqualTo("Piece 1 of 2");
        shown.press(KeyCode.DOWN, Modifier.ALT);
        assertThat(label("#conflict-piece")).isEqualTo("Piece 2 of 2");
        shown.press(KeyCode.DELETE, Modifier.ALT);
        shown.press(KeyCode.UP, Modifier.ALT);
        shown.press(KeyCode.RIGHT, Modifier.ALT);
        assertThat(taken()).containsExactlyInAnyOrder("Desk", "As before");
        shown.press(KeyCode.ENTER, Modifier.CTRL);
        assertThat(shown.count()).isZero();
        assertThat(stored(river)).isEqualTo(BASE.replace("upper", "middle"));
    }

    /// What is typed is taken back word by word, also after the lines were left, and no step of the library is.
    private void checkTypingUndo(TextInputControl editor) {
        shown.run(() -> editor.insertText(6, " point"));
        shown.press(KeyCode.Z, Modifier.CTRL);
        assertThat(editor.getText()).isEqualTo("lowest");
        shown.press(KeyCode.ESCAPE);
        shown.press(KeyCode.E, Modifier.ALT);
        var again = shown.the("#conflict-result", TextInputControl.class);
        shown.press(KeyCode.Z, Modifier.CTRL);
        assertThat(again.getText()).isEqualTo("LOWER");
        shown.press(KeyCode.Z, Modifier.CTRL, Modifier.SHIFT);
        assertThat(again.getText()).isEqualTo("lowest");
    }

    @Test
    void linesOfOnesOwnAreTypedIntoTheResultByKey() {
        var river = text();
        shown.show(760);
        shown.press(KeyCode.DOWN, Modifier.ALT);
        shown.press(KeyCode.E, Modifier.ALT);
        var editor = shown.the("#conflict-result", TextInputControl.class);
        assertThat(editor.isFocused()).isTrue();
        assertThat(editor.getText()).isEqualTo("LOWER");
        shown.run(() -> editor.replaceText(0, 5, "lowest"));
        assertThat(taken()).contains("As written");
        checkTypingUndo(editor);
        shown.press(KeyCode.ESCAPE);
        assertThat(shown.has("#conflict-result")).isFalse();
        shown.press(KeyCode.UP, Modifier.ALT);
        shown.press(KeyCode.B, Modifier.ALT);
        shown.press(KeyCode.ENTER, Modifier.CTRL);
        assertThat(stored(river))
                .isEqualTo(BASE.replace("upper", "UPPER\nmiddle").replace("lower", "lowest"));
    }

    @Test
    void unchangedLinesUnfoldByClickAndByKey() {
        text();
        shown.show(1024);
        var rows = shown.list("#pieces");
        var folded = rows.getItems().size();
        click(shown.the(".piece-fold", Labeled.class).getParent().getParent());
        assertThat(shown.has(".piece-fold")).isFalse();
        assertThat(rows.getItems()).hasSize(folded);
        shown.press(KeyCode.U, Modifier.ALT);
        shown.press(KeyCode.U, Modifier.ALT);
        assertThat(label(".piece-fold")).isEqualTo("… 16 unchanged lines …");
        shown.run(() -> {
            rows.requestFocus();
            rows.getSelectionModel().select(3);
        });
        shown.press(KeyCode.ENTER);
        assertThat(shown.has(".piece-fold")).isFalse();
    }

    @Test
    void theHeadingsStandOverTheirColumnsBesideAScrollBar() {
        shown.disputed(
                ProjectDetails.titled("River").withSummary("a\n".repeat(3) + "\nb\n\n".repeat(60)),
                now -> now.withSummary("A\n" + "\nx\n\n".repeat(60)),
                now -> now.withSummary("B\n" + "\ny\n\n".repeat(60)));
        shown.show(1024);
        var rows = shown.list("#pieces");
        var bar = rows.lookup(".scroll-bar:vertical");
        assertThat(bar.isVisible()).isTrue();
        var cells = shown.scene().getRoot().lookupAll(".piece-cell.result").stream()
                .filter(Node::isVisible)
                .map(cell -> cell.localToScene(0, 0).getX())
                .filter(x -> x > 0)
                .distinct()
                .toList();
        assertThat(cells).hasSize(1);
        var heading =
                shown.the("#heading-result", Labeled.class).localToScene(0, 0).getX();
        assertThat(Math.abs(heading - cells.getFirst())).isLessThan(1.01);
    }

    @Test
    void whatIsTypedStaysWhenTheRecordChangesMeanwhile() {
        var river = text();
        shown.show(1024);
        shown.press(KeyCode.E, Modifier.ALT);
        var editor = shown.the("#conflict-result", TextInputControl.class);
        shown.run(() -> editor.setText("the whole reach"));
        shown.late.edit(river, now -> now.withSummary(now.summary() + "and a hat\n"));
        shown.run(shown.model::refresh);
        shown.press(KeyCode.ENTER, Modifier.CTRL);
        shown.press(KeyCode.ENTER, Modifier.CTRL);
        assertThat(stored(river)).startsWith("the whole reach\n").endsWith("and a hat\n");
    }

    @Test
    void allConflictsOfAProjectAreResolvedAlikeAndUndoneTogether() {
        var river = text();
        shown.dispute(river, now -> now.withStatus(Status.ACTIVE), now -> now.withStatus(Status.DONE));
        shown.disputed(ProjectDetails.titled("Hill"), now -> now.withTitle("Here"), now -> now.withTitle("There"));
        shown.show(1024);
        var items = shown.the("#conflict-all", MenuButton.class).getItems();
        assertThat(items)
                .extracting(MenuItem::getText)
                .containsExactly("All 2 of “River”", "Keep Laptop’s…", "Take Desk’s…");
        shown.run(items.get(2)::fire);
        assertThat(label("#conflict-title")).isEqualTo("2 conflicts will be resolved like this");
        shown.run(shown.the("#conflict-all-apply", Button.class)::fire);
        assertThat(shown.count()).isEqualTo(1);
        assertThat(shown.late.stored(river).status()).isEqualTo(Status.DONE);
        assertThat(stored(river)).startsWith("middle\n");
        shown.press(KeyCode.Z, Modifier.CTRL);
        shown.run(shown.model::refresh);
        assertThat(shown.count()).isEqualTo(3);
        assertThat(shown.late.stored(river).status()).isEqualTo(Status.ACTIVE);
        assertThat(stored(river)).startsWith("UPPER\n");
    }

    @Test
    void theListIsByProjectAndFollowsTheKeys() {
        var river = text();
        shown.disputed(ProjectDetails.titled("Hill"), now -> now.withTitle("Here"), now -> now.withTitle("There"));
        shown.dispute(river, now -> now.withStatus(Status.ACTIVE), now -> now.withStatus(Status.DONE));
        shown.show(1024);
        assertThat(shown.model.content().get().open())
                .extracting(conflict -> conflict.subject().field())
                .containsExactly("summary", "status", "title");
        var list = shown.list("#conflict-list");
        assertThat(list.getItems()).hasSize(5);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        shown.press(KeyCode.PAGE_DOWN, Modifier.ALT);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        shown.run(() -> list.getSelectionModel().select(3));
        assertThat(shown.shown().subject().field()).as("past the heading").isEqualTo("title");
        shown.run(() -> list.getSelectionModel().select(3));
        assertThat(shown.shown().subject().field()).isEqualTo("status");
    }

    @Test
    void aRowOfATrashConflictIsAChoice() {
        var boat = shown.disputed(
                ProjectDetails.titled("Boat"), now -> now.withTitle("Here"), now -> now.withTitle("There"));
        shown.trashedAtTheDesk();
        shown.show(760);
        assertThat(shown.the("#conflict-mine", RadioButton.class).isSelected()).isTrue();
        click(shown.the("#conflict-theirs", RadioButton.class).getParent());
        assertThat(shown.the("#conflict-theirs", RadioButton.class).isSelected())
                .isTrue();
        assertThat(label("#conflict-merged-button")).isEqualTo("Use the selected one");
        shown.press(KeyCode.ENTER, Modifier.CTRL);
        assertThat(shown.count()).isZero();
        assertThat(shown.late.library().trash().list())
                .extracting(item -> item.id().text())
                .contains(boat.text());
    }

    @Test
    void aStatusIsNeitherMergedNorKeptTwice() {
        var river = shown.late
                .library()
                .projects()
                .create(ProjectDetails.titled("River"))
                .id();
        shown.dispute(river, now -> now.withStatus(Status.ACTIVE), now -> now.withStatus(Status.DONE));
        shown.show(760);
        assertThat(label("#conflict-merged-button")).isEqualTo("Use the selected one");
        assertThat(shown.has("#conflict-both-button")).isFalse();
        assertThat(label("#conflict-base")).isEqualTo(Texts.text("conflict.base", 2));
    }

    @Test
    void theKeysAreShown() {
        text();
        shown.show(760);
        shown.press(KeyCode.F1);
        var keys = Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".key").stream())
                .map(key -> ((Labeled) key).getText())
                .toList();
        assertThat(keys).contains("Alt+B", "Alt+↓", "Ctrl+Enter", "Alt+Page Up", "Ctrl+Shift+Z or Ctrl+Y");
        shown.press(KeyCode.F1);
        assertThat(shown.the("#take-1-theirs", ToggleButton.class).getTooltip().getText())
                .isEqualTo("Desk (Alt+→)");
    }

    @Test
    void theWindowFitsTheScreen() {
        text();
        shown.run(shown.model::refresh);
        shown.run(shown::open);
        var stage = shown.stage();
        var screen = Screen.getPrimary().getVisualBounds();
        assertThat(screen.contains(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())))
                .isTrue();
    }
}
