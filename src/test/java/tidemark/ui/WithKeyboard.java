package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// A window that a person works in by the keyboard alone: no step uses the pointer, nor a control directly.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithKeyboard {
    static final int LONGEST_WAY = 40;

    @TempDir
    static Path folder;

    OpenWindow open;
    Library library;
    final FxRobot robot = new FxRobot();
    String boat = "";
    private int boats;

    /// One window for all: TestFX's own extension would hide it after each test.
    @BeforeAll
    void openWindow() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        library = open.app.library();
    }

    @AfterAll
    void closeWindow() {
        open.close();
    }

    /// An empty library, and the focus in its empty list.
    @BeforeEach
    void clear() {
        library.trash().put(all().stream().map(Project::id).toList());
        library.trash()
                .put(library.collections().all().stream()
                        .map(collection -> collection.id())
                        .toList());
        library.trash().empty();
        until(() -> list().getItems().isEmpty());
        boat = "Boat " + ++boats;
        press(KeyCode.CONTROL, KeyCode.L);
    }

    void press(KeyCode... keys) {
        Keyboard.press(keys);
    }

    Optional<Node> find(String selector) {
        return Optional.ofNullable(open.stage.getScene().lookup(selector));
    }

    ListView<?> list() {
        return (ListView<?>) find("#projects").orElseThrow();
    }

    String focus() {
        return fx(() -> Optional.ofNullable(open.stage.getScene().getFocusOwner())
                .map(Node::getId)
                .orElse("nothing"));
    }

    void focusComesTo(String id) {
        until(() -> id.equals(focus()));
    }

    /// Presses Tab until the control has the focus.
    void tabTo(String id) {
        var way = new ArrayList<String>();
        for (int i = 0; i < LONGEST_WAY && !focus().equals(id); i++) {
            var before = fx(() -> open.stage.getScene().getFocusOwner());
            press(KeyCode.TAB);
            until(() -> !Objects.equals(open.stage.getScene().getFocusOwner(), before));
            way.add(focus());
        }
        assertThat(focus()).as("the way by Tab: %s", way).isEqualTo(id);
    }

    ProjectId make(String title, String summary) {
        var id = library.projects()
                .create(ProjectDetails.titled(title).withSummary(summary))
                .id();
        until(() -> list().getItems().size() > 0);
        return id;
    }

    /// Goes to the first project of the list.
    void select() {
        press(KeyCode.CONTROL, KeyCode.L);
        until(() -> boat.equals(title()));
    }

    /// Goes to the first tab of the project: the one that was shown last stays so for the next project.
    void goToSummary() {
        tabTo("parts");
        press(KeyCode.HOME);
        until(() -> ((TabPane) find("#parts").orElseThrow()).getSelectionModel().getSelectedIndex() == 0);
    }

    String title() {
        return find("#title").map(field -> ((TextInputControl) field).getText()).orElse("");
    }

    List<Project> all() {
        return library.projects().page(ProjectQuery.of(new ProjectQuery.Shelf.All()), 0, 100).stream()
                .map(line -> stored(line.id()))
                .toList();
    }

    Project stored(ProjectId id) {
        return library.projects().find(id).orElseThrow();
    }

    TreeView<?> sidebar() {
        return (TreeView<?>) find("#sidebar").orElseThrow();
    }

    /// Goes down in the sidebar to the item of this name.
    void goTo(String name) {
        tabTo("sidebar");
        press(KeyCode.HOME);
        for (int i = 0; i < LONGEST_WAY && !selected().startsWith(name); i++) {
            press(KeyCode.DOWN);
        }
        assertThat(selected()).startsWith(name);
    }

    String selected() {
        return fx(() -> sidebar().lookupAll(".tree-cell").stream()
                .filter(cell -> cell instanceof TreeCell<?> line && line.isSelected() && line.isVisible())
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .findFirst()
                .orElse(""));
    }

    /// Answers the prompt for a name. JavaFX's headless screen gives a dialog no keys, so its parts are asked
    /// directly.
    void answer(String name) {
        until(() -> robot.lookup(".name-prompt").tryQuery().isPresent());
        fx(() -> {
            var prompt = robot.lookup(".name-prompt").queryAs(DialogPane.class);
            ((TextInputControl) prompt.lookup(".text-field")).setText(name);
            ((Button) prompt.lookupButton(ButtonType.OK)).fire();
            return true;
        });
        until(() -> robot.lookup(".name-prompt").tryQuery().isEmpty());
    }

    /// Goes down in the open menu to the item of this name.
    void choose(String name) {
        for (int i = 0; i < LONGEST_WAY && !chosen().contains(name); i++) {
            press(KeyCode.DOWN);
        }
        assertThat(chosen()).contains(name);
    }

    List<String> chosen() {
        return fx(() -> robot.lookup(".menu-item .label").<Labeled>queryAllAs(Labeled.class).stream()
                .filter(label -> label.getParent().isFocused())
                .map(Labeled::getText)
                .toList());
    }

    static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }
}
