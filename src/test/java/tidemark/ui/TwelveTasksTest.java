package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;
import tidemark.library.records.Status;

/// A person's daily tasks by the keyboard alone.
final class TwelveTasksTest extends WithKeyboard {
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
