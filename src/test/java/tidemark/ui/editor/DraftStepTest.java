package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.base.Undo;

/// Which part of what is saved is a step of the library's undo.
final class DraftStepTest extends WithDraft {
    private Undo undo;

    @BeforeEach
    void openWithUndo() {
        undo = late.undo(late.background());
        draft = new Draft<>(river, new ProjectSource(late.library().projects(), undo), late.background(), delay);
    }

    @Test
    void savedTypingIsNoStep() {
        type("one", "ONE");
        delay.pass();
        late.finishWork();
        assertThat(stored()).startsWith("ONE");
        assertThat(undo.undoable().get()).isEmpty();
    }

    @Test
    void whatIsTypedWhileAStepWaitsIsNotUndoneWithIt() {
        type("one", "ONE");
        draft.step(ProjectDetails::withStar);
        type("ONE", "ONE!");
        finish();
        assertThat(late.stored(river.id()).starred()).isTrue();
        assertThat(undo.undoable().get()).contains("Set the star");
        undo.undo();
        finish();
        assertThat(late.stored(river.id()).starred()).isFalse();
        assertThat(stored()).startsWith("ONE!");
    }
}
