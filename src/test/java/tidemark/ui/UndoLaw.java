package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import tidemark.library.Library;
import tidemark.library.SyncedRows;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.ui.DrivenWindow.Modifiers;

/// The law that Ctrl+Z undoes a command which changes rows, and Ctrl+Shift+Z makes it again, whatever another
/// device sends meanwhile.
final class UndoLaw {
    /// The rows, and those that wait to be sent.
    private record State(SortedMap<RecordId, Row> rows, List<String> pending) {}

    private final DrivenWindow driven;
    private final Library library;
    private final OtherDevice other;
    private final Set<String> undone = new TreeSet<>();
    private final Set<String> asking = new TreeSet<>();
    private final Set<String> unchanging = new TreeSet<>();

    UndoLaw(DrivenWindow driven, OtherDevice other) {
        this.driven = driven;
        this.library = driven.open().app.library();
        this.other = other;
    }

    /// The commands that changed rows and were undone.
    Set<String> undone() {
        return undone;
    }

    /// The commands that asked, and changed nothing when the answer was no.
    Set<String> asking() {
        return asking;
    }

    /// The commands that changed no row.
    Set<String> unchanging() {
        return unchanging;
    }

    private State state() {
        return library.read(sql -> new State(SyncedRows.of(sql), SyncedRows.pending(sql)));
    }

    /// Carries the command out and checks the law.
    ///
    /// @return whether it changed rows
    boolean check(Command command) {
        var before = state();
        var opened = driven.fire(command.act());
        for (var window : opened) {
            if (driven.isPrompt(window)) {
                giveUp(command, window, before);
                answerAgain(command);
            } else if (driven.isQuestion(window)) {
                giveUp(command, window, before);
                asking.add(command.name());
                return false;
            }
        }
        var after = state();
        if (after.rows().equals(before.rows())) {
            unchanging.add(command.name());
            return false;
        }
        undone.add(command.name());
        checkUndo(command.name(), before, after);
        return true;
    }

    private void giveUp(Command command, Window window, State before) {
        driven.close(window);
        assertThat(state()).as("%s, given up", command.name()).isEqualTo(before);
    }

    private void answerAgain(Command command) {
        var prompt = driven.fire(command.act()).getFirst();
        driven.answer(prompt, "Another name");
    }

    private void checkUndo(String name, State before, State after) {
        var words = words(name);
        undo();
        assertThat(toast()).as(name).isEqualTo("Undone: " + words);
        assertSame(name + ", undone", before.rows());
        assertThat(state().pending()).as("%s, undone", name).isEqualTo(before.pending());
        var arriving = other.edit(before.rows(), after.rows());
        redo();
        assertThat(toast()).as(name).isEqualTo("Redone: " + words);
        assertSame(name + ", made again", after.rows());
        other.arrive();
        driven.settle();
        assertSame(name + ", after another device's edits arrived", with(after.rows(), arriving));
        undo();
        var expected = with(before.rows(), arriving);
        expected.putAll(trashed(before, after, state()));
        assertSame(name + ", undone after it was sent", expected);
        if (OtherDevice.isTrashing(before.rows(), after.rows())) {
            other.catchUp(); // what it edits next is not to be in the trash there
        }
    }

    /// The records that the command made: they were sent, so that its undo put them into the trash.
    private static SortedMap<RecordId, Row> trashed(State before, State after, State undone) {
        var trashed = new TreeMap<>(undone.rows());
        trashed.keySet().retainAll(after.rows().keySet());
        trashed.keySet().removeAll(before.rows().keySet());
        trashed.values().removeIf(row -> row.get("trashed_at").isEmpty());
        return trashed;
    }

    /// Asserts that the library has these rows; a failure shows the others only.
    private void assertSame(String name, SortedMap<RecordId, Row> expected) {
        var actual = state().rows();
        var others = new TreeSet<>(expected.keySet());
        others.addAll(actual.keySet());
        others.removeIf(record -> Objects.equals(expected.get(record), actual.get(record)));
        assertThat(others.stream().map(record -> record + ": " + expected.get(record) + " is " + actual.get(record)))
                .as(name)
                .isEmpty();
    }

    private static SortedMap<RecordId, Row> with(SortedMap<RecordId, Row> rows, Map<RecordId, Row> arriving) {
        var all = new TreeMap<>(rows);
        arriving.forEach((record, row) -> all.merge(record, row, Row::overlaid));
        return all;
    }

    /// The words of the Edit entry for the step that was just made.
    private String words(String name) {
        var entry = driven.now(() -> ((Button) node("#undo")).getAccessibleText());
        assertThat(entry).as("the Edit entry after %s", name).matches("Undo “.{4,}” \\(Ctrl\\+Z\\)");
        return entry.substring(6, entry.lastIndexOf('”'));
    }

    private String toast() {
        return driven.now(() -> ((Label) node("#toast").lookup(".label")).getText());
    }

    private javafx.scene.Node node(String selector) {
        return driven.open().stage.getScene().lookup(selector);
    }

    /// Takes the newest step back.
    void undo() {
        press(Modifiers.CONTROL);
    }

    private void redo() {
        press(Modifiers.CONTROL_SHIFT);
    }

    private void press(Modifiers with) {
        var opened = driven.fire(() -> {
            node("#projects").requestFocus(); // in a text the keys are the text's own
            driven.press(KeyCode.Z, with);
        });
        assertThat(opened).as("questions of an undo").isEmpty();
    }
}
