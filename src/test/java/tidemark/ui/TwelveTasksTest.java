package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import tidemark.conflict.Choice;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;

/// A person's daily tasks by the keyboard alone: no step uses the pointer, nor a control directly.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwelveTasksTest {
    private static final int LONGEST_WAY = 40;

    @TempDir
    static Path folder;

    private OpenWindow open;
    private Library library;
    private final FxRobot robot = new FxRobot();
    private String boat = "";
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

    private void press(KeyCode... keys) {
        Keyboard.press(keys);
    }

    private Optional<Node> find(String selector) {
        return Optional.ofNullable(open.stage.getScene().lookup(selector));
    }

    private ListView<?> list() {
        return (ListView<?>) find("#projects").orElseThrow();
    }

    private String focus() {
        return fx(() -> Optional.ofNullable(open.stage.getScene().getFocusOwner())
                .map(Node::getId)
                .orElse("nothing"));
    }

    private void focusComesTo(String id) {
        until(() -> id.equals(focus()));
    }

    /// Presses Tab until the control has the focus.
    private void tabTo(String id) {
        var way = new ArrayList<String>();
        for (int i = 0; i < LONGEST_WAY && !focus().equals(id); i++) {
            var before = fx(() -> open.stage.getScene().getFocusOwner());
            press(KeyCode.TAB);
            until(() -> !Objects.equals(open.stage.getScene().getFocusOwner(), before));
            way.add(focus());
        }
        assertThat(focus()).as("the way by Tab: %s", way).isEqualTo(id);
    }

    private ProjectId make(String title, String summary) {
        var id = library.projects()
                .create(ProjectDetails.titled(title).withSummary(summary))
                .id();
        until(() -> list().getItems().size() > 0);
        return id;
    }

    /// Goes to the first project of the list.
    private void select() {
        press(KeyCode.CONTROL, KeyCode.L);
        until(() -> boat.equals(title()));
    }

    /// Goes to the first tab of the project: the one that was shown last stays so for the next project.
    private void goToSummary() {
        tabTo("parts");
        press(KeyCode.HOME);
        until(() -> ((TabPane) find("#parts").orElseThrow()).getSelectionModel().getSelectedIndex() == 0);
    }

    private String title() {
        return find("#title").map(field -> ((TextInputControl) field).getText()).orElse("");
    }

    private List<Project> all() {
        return library.projects().page(ProjectQuery.of(new ProjectQuery.Shelf.All()), 0, 100).stream()
                .map(line -> stored(line.id()))
                .toList();
    }

    private Project stored(ProjectId id) {
        return library.projects().find(id).orElseThrow();
    }

    @Test
    void aNewProjectGetsAStar() {
        press(KeyCode.CONTROL, KeyCode.N);
        focusComesTo("title");
        Keyboard.type("Boat");
        press(KeyCode.CONTROL, KeyCode.D);
        eventually(() -> library.counts(LocalDate.EPOCH).starred() == 1);
        press(KeyCode.F9);
        until(() -> find("#sidebar").isEmpty());
        press(KeyCode.F9);
        until(() -> find("#sidebar").isPresent());
    }

    @Test
    void enterLeadsFromTheTitleToTheText() {
        press(KeyCode.CONTROL, KeyCode.N);
        focusComesTo("title");
        Keyboard.type("Boat");
        press(KeyCode.ENTER);
        Keyboard.type("New sail");
        eventually(() -> all().getFirst().details().summary().equals("New sail"));
    }

    @Test
    void aNewNoteIsWritten() {
        var id = make(boat, "");
        select();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        focusComesTo("note-title");
        Keyboard.type("Ropes");
        press(KeyCode.TAB);
        Keyboard.type("ten metres");
        eventually(() ->
                library.notes().of(id).stream().map(Note::text).anyMatch(new NoteText("Ropes", "ten metres")::equals));
    }

    @Test
    void statusDayAndLabelAreSet() {
        var id = make(boat, "");
        select();
        tabTo("status");
        press(KeyCode.SPACE);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        eventually(() -> stored(id).details().status() != Status.IDEA);
        tabTo("due");
        Keyboard.type("2030-05-01");
        press(KeyCode.ENTER);
        eventually(() -> stored(id).details().due().equals(Optional.of(LocalDate.of(2030, 5, 1))));
        tabTo("add-label");
        Keyboard.type("water");
        press(KeyCode.ENTER);
        eventually(() -> library.labels().of(id).size() == 1);
    }

    @Test
    void theFirstHitOfASearchIsOpened() {
        make("Kitchen", "");
        make(boat, "New sail");
        open.app.indexer().run();
        press(KeyCode.CONTROL, KeyCode.K);
        Keyboard.type("sail");
        press(KeyCode.ENTER);
        until(() -> list().getItems().size() == 1 && boat.equals(title()));
        focusComesTo("projects");
        press(KeyCode.ENTER);
        focusComesTo("summary");
        press(KeyCode.CONTROL, KeyCode.L);
        press(KeyCode.ESCAPE);
        until(() -> list().getItems().size() == 2);
    }

    private TreeView<?> sidebar() {
        return (TreeView<?>) find("#sidebar").orElseThrow();
    }

    /// Goes down in the sidebar to the item of this name.
    private void goTo(String name) {
        tabTo("sidebar");
        press(KeyCode.HOME);
        for (int i = 0; i < LONGEST_WAY && !selected().startsWith(name); i++) {
            press(KeyCode.DOWN);
        }
        assertThat(selected()).startsWith(name);
    }

    private String selected() {
        return fx(() -> sidebar().lookupAll(".tree-cell").stream()
                .filter(cell -> cell instanceof TreeCell<?> line && line.isSelected() && line.isVisible())
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .findFirst()
                .orElse(""));
    }

    /// Answers the prompt for a name. JavaFX's headless screen gives a dialog no keys, so its parts are asked
    /// directly.
    private void answer(String name) {
        until(() -> robot.lookup(".name-prompt").tryQuery().isPresent());
        fx(() -> {
            var prompt = robot.lookup(".name-prompt").queryAs(DialogPane.class);
            ((TextInputControl) prompt.lookup(".text-field")).setText(name);
            ((Button) prompt.lookupButton(ButtonType.OK)).fire();
            return true;
        });
        until(() -> robot.lookup(".name-prompt").tryQuery().isEmpty());
    }

    @Test
    void aCollectionIsRenamedAndTrashedAndALabelRenamedAndDeleted() {
        var id = make(boat, "");
        library.collections().create("Water");
        library.labels().add(id, "urgent");
        until(() -> robot.lookup("urgent").tryQuery().isPresent());
        goTo("Water");
        press(KeyCode.F2);
        answer("Sea");
        eventually(() -> library.collections().all().getFirst().details().name().equals("Sea"));
        until(() -> selected().startsWith("Sea"));
        press(KeyCode.SHIFT, KeyCode.F10);
        until(() -> isMenuOpen());
        press(KeyCode.ESCAPE);
        press(KeyCode.DELETE);
        eventually(() -> library.collections().all().isEmpty());
        goTo("urgent");
        press(KeyCode.F2);
        answer("soon");
        eventually(() -> library.labels().all().getFirst().name().equals("soon"));
        goTo("soon");
        press(KeyCode.DELETE);
        eventually(() -> library.labels().all().isEmpty());
        press(KeyCode.ESCAPE);
        focusComesTo("projects");
    }

    /// Goes down in the open menu to the item of this name.
    private void choose(String name) {
        for (int i = 0; i < LONGEST_WAY && !chosen().contains(name); i++) {
            press(KeyCode.DOWN);
        }
        assertThat(chosen()).contains(name);
    }

    private List<String> chosen() {
        return fx(() -> robot.lookup(".menu-item .label").<Labeled>queryAllAs(Labeled.class).stream()
                .filter(label -> label.getParent().isFocused())
                .map(Labeled::getText)
                .toList());
    }

    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }

    @Test
    void aNoteIsMoved() {
        var id = make(boat, "");
        library.notes().create(id, new NoteText("One", ""));
        library.notes().create(id, new NoteText("Two", ""));
        select();
        goToSummary();
        press(KeyCode.RIGHT);
        until(() -> robot.lookup("Two").tryQuery().isPresent());
        tabTo("notes");
        press(KeyCode.ALT, KeyCode.DOWN);
        eventually(() -> library.notes().of(id).getFirst().text().title().equals("Two"));
        press(KeyCode.DELETE);
        eventually(() -> library.notes().of(id).size() == 1);
        press(KeyCode.F2);
        focusComesTo("note-title");
    }

    @Test
    void aProjectIsMovedIntoACollection() {
        var id = make(boat, "");
        var water = library.collections().create("Water");
        until(() -> robot.lookup("Water").tryQuery().isPresent());
        select();
        press(KeyCode.CONTEXT_MENU);
        until(() -> isMenuOpen());
        choose("Move to collection");
        press(KeyCode.RIGHT);
        choose("Water");
        press(KeyCode.ENTER);
        eventually(() -> stored(id).collection().equals(Optional.of(water.id())));
    }

    @Test
    void aTaskIsTickedAndKeepsTheFocus() {
        var id = make(boat, "Before\n\n- [ ] rope\n- [ ] oars\n");
        select();
        goToSummary();
        tabTo("summary");
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        assertThat(fx(() -> open.stage.getScene().getFocusOwner().getAccessibleText()))
                .isEqualTo("rope");
        press(KeyCode.SPACE);
        eventually(() -> stored(id).details().summary().contains("- [x] rope"));
        until(() -> open.stage.getScene().getFocusOwner() instanceof CheckBox box
                && box.isSelected()
                && "rope".equals(box.getAccessibleText()));
        press(KeyCode.TAB);
        press(KeyCode.SPACE);
        eventually(() -> stored(id).details().summary().contains("- [x] oars"));
    }

    @Test
    void aProjectIsTrashedAndRestored() {
        make(boat, "");
        select();
        press(KeyCode.DELETE);
        eventually(() -> library.trash().list().size() == 1);
        until(() -> list().getItems().isEmpty());
        goTo("Trash");
        press(KeyCode.ENTER);
        focusComesTo("projects");
        until(() -> list().getSelectionModel().getSelectedIndex() == 0);
        press(KeyCode.CONTEXT_MENU);
        until(() -> isMenuOpen());
        choose("Restore");
        press(KeyCode.ENTER);
        eventually(() -> library.trash().list().isEmpty());
        goTo("All projects");
    }

    @Test
    void theDetailsOfTheSyncAreReadAndClosed() {
        press(KeyCode.CONTROL, KeyCode.L);
        tabTo("sync-indicator");
        press(KeyCode.SPACE);
        until(() -> robot.lookup(".sync-details").tryQuery().isPresent());
        press(KeyCode.ESCAPE);
        until(() -> robot.lookup(".sync-details").tryQuery().isEmpty());
        assertThat(focus()).isEqualTo("sync-indicator");
    }

    @Test
    void aConflictIsResolved() {
        var id = make(boat, "");
        var was = stored(id);
        var _ = library.projects().save(was, was.details().withTitle("One"));
        var _ = library.projects().save(was, was.details().withTitle("Another"));
        until(() -> robot.lookup("Conflicts").tryQuery().isPresent());
        goTo("Conflicts");
        press(KeyCode.ENTER);
        until(() -> list().getSelectionModel().getSelectedIndex() == 0);
        press(KeyCode.ENTER);
        until(() -> robot.lookup("#conflict-title").tryQuery().isPresent());
        press(KeyCode.ESCAPE);
        until(() -> robot.lookup("#conflict-title").tryQuery().isEmpty());
        library.conflicts().open().forEach(conflict -> library.conflicts().resolve(conflict, new Choice.Mine()));
        goTo("All projects");
    }

    @Test
    void aTextIsLeft() {
        make(boat, "- item");
        select();
        press(KeyCode.ENTER);
        focusComesTo("summary");
        press(KeyCode.ESCAPE);
        press(KeyCode.TAB);
        assertThat(focus()).isNotEqualTo("summary");
    }
}
