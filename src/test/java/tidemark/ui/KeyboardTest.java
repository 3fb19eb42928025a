package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The window without a mouse: everything can be reached, and the focus is seen.
final class KeyboardTest extends WithWindow {
    private static final List<String> ROUND = List.of(
            "search",
            "theme",
            "settings",
            "menu",
            "sidebar",
            "new-collection",
            "sort",
            "new-project",
            "projects",
            "title",
            "star",
            "preview-toggle",
            "more",
            "status",
            "due",
            "add-label",
            "parts",
            "summary",
            "preview",
            "sync-indicator",
            "sidebar-toggle",
            "search");

    private Node owner() {
        return fx(() -> open.stage.getScene().getFocusOwner());
    }

    private void beginAtSearch(FxRobot robot) {
        OpenWindow.click(robot, "#projects .list-cell");
        robot.push(KeyCode.CONTROL, KeyCode.F);
    }

    /// Goes on to the next control; in a text, whose caret may be in a list item, by Esc and Tab.
    private void next(FxRobot robot) {
        if (owner() instanceof TextArea) {
            robot.push(KeyCode.ESCAPE);
        }
        robot.push(KeyCode.TAB);
    }

    @Test
    void tabLeadsThroughTheWholeWindowInTheOrderOfReading(FxRobot robot) {
        beginAtSearch(robot);
        var seen = new ArrayList<String>();
        for (int i = 0; i < ROUND.size(); i++) {
            seen.add(owner().getId());
            next(robot);
        }
        assertThat(seen).containsExactlyElementsOf(ROUND);
    }

    @Test
    void tabLeavesATextAndChangesNothingInIt(FxRobot robot) {
        OpenWindow.click(robot, "#projects .list-cell");
        OpenWindow.click(robot, "#summary");
        assertThat(owner().getId()).isEqualTo("summary");
        write("Plain words");
        robot.push(KeyCode.TAB);
        assertThat(owner().getId()).isNotEqualTo("summary");
        fx(() -> {
            summary().requestFocus();
            return true;
        });
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(owner().getId()).isEqualTo("parts");
        assertThat(summary().getText()).isEqualTo("Plain words");
    }

    @Test
    void tabIndentsAListItemAndLeavesItAfterEscape(FxRobot robot) {
        OpenWindow.click(robot, "#projects .list-cell");
        OpenWindow.click(robot, "#summary");
        write("- item");
        robot.push(KeyCode.TAB);
        assertThat(summary().getText()).isEqualTo("  - item");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(summary().getText()).isEqualTo("- item");
        robot.push(KeyCode.ESCAPE).push(KeyCode.TAB);
        assertThat(owner().getId()).isNotEqualTo("summary");
        assertThat(summary().getText()).isEqualTo("- item");
    }

    @Test
    void enterGoesFromATitleToItsText(FxRobot robot) {
        OpenWindow.click(robot, "#projects .list-cell");
        OpenWindow.click(robot, "#title");
        robot.push(KeyCode.ENTER);
        assertThat(owner().getId()).isEqualTo("summary");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        OpenWindow.until(() -> "note-title".equals(owner().getId()));
        robot.push(KeyCode.TAB);
        assertThat(owner().getId()).isEqualTo("note-body");
        robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(owner().getId()).isEqualTo("note-body");
    }

    private TextArea summary() {
        return (TextArea) open.stage.getScene().lookup("#summary");
    }

    private void write(String text) {
        fx(() -> {
            summary().setText(text);
            summary().end();
            return true;
        });
    }

    @Test
    void aButtonThatTheKeyboardIsOnHasARingAndLosesNoRoom(FxRobot robot) {
        beginAtSearch(robot);
        var theme = (Region) open.stage.getScene().lookup("#theme");
        var before = fx(() -> theme.getLayoutBounds());
        robot.push(KeyCode.TAB);
        assertThat(owner()).isSameAs(theme);
        assertThat(fx(() -> theme.getBorder())).isNotNull();
        assertThat(fx(() -> theme.getLayoutBounds())).isEqualTo(before);
        Screenshots.take(open.stage, "keyboard-on-a-button", Theme.LIGHT);
        robot.push(KeyCode.TAB);
        assertThat(fx(() -> theme.getBorder())).isNull();
    }
}
