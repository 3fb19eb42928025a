package tidemark.library.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.SyncedRows;
import tidemark.library.TestLibrary;
import tidemark.library.records.Label;
import tidemark.library.undo.UndoStack.Choice;

/// The steps that are kept, and those that are forgotten.
final class UndoStackTest {
    @TempDir
    Path folder;

    private TestLibrary files;
    private UndoStack undo;

    @BeforeEach
    void open() {
        files = new TestLibrary(folder);
        undo = files.library().undo();
    }

    @AfterEach
    void close() {
        files.close();
    }

    private Label step(int number) {
        return undo.step("Step " + number, () -> files.library().labels().named("label " + number));
    }

    @Test
    void theNewestTwoHundredStepsAreKept() {
        var rows = SyncedRows.of(files.library());
        for (int i = 0; i < 203; i++) {
            if (i == 3) {
                rows = SyncedRows.of(files.library());
            }
            step(i);
        }
        int undone = 0;
        while (undo.undo(Choice.ASK) instanceof UndoResult.Done) {
            undone++;
        }
        assertThat(undone).isEqualTo(200);
        assertThat(SyncedRows.of(files.library()))
                .as("as before the fourth step")
                .isEqualTo(rows);
        int made = 0;
        while (undo.redo(Choice.ASK) instanceof UndoResult.Done) {
            made++;
        }
        assertThat(made).isEqualTo(200);
    }

    @Test
    void aNewStepForgetsWhatWasUndone() {
        step(1);
        undo.undo(Choice.ASK);
        assertThat(undo.redoable()).contains("Step 1");
        step(2);
        assertThat(undo.redoable()).isEmpty();
        assertThat(undo.redo(Choice.ASK)).isInstanceOf(UndoResult.Nothing.class);
    }

    @Test
    void whatChangesNothingIsNoStepAndForgetsNothing() {
        step(1);
        undo.undo(Choice.ASK);
        undo.step("Nothing", () -> files.library().labels().all());
        assertThat(undo.undoable()).isEmpty();
        assertThat(undo.redoable()).contains("Step 1");
    }
}
