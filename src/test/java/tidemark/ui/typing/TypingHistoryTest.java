package tidemark.ui.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What one step of typing is, and where the caret is after it.
final class TypingHistoryTest {
    private static List<String> backFrom(Typist typist) {
        var texts = new ArrayList<String>();
        while (typist.undo()) {
            texts.add(typist.text());
        }
        return texts;
    }

    @Test
    void aWordIsAStep() {
        var typist = new Typist("");
        typist.type("one two, three\nfour");
        assertThat(backFrom(typist)).containsExactly("one two, three", "one two, ", "one ", "");
    }

    @Test
    void aPauseBeginsAStep() {
        var typist = new Typist("");
        typist.type("on");
        typist.pause(Duration.ofMillis(999));
        typist.type("e");
        typist.pause(Duration.ofSeconds(1));
        typist.type("s");
        assertThat(backFrom(typist)).containsExactly("one", "");
    }

    @Test
    void theCaretElsewhereAndBackBeginsAStep() {
        var typist = new Typist("");
        typist.type("on");
        typist.caretAt(0);
        typist.caretAt(2);
        typist.type("e");
        assertThat(backFrom(typist)).containsExactly("on", "");
    }

    @Test
    void aRunOfDeletionsIsAStepAndWhatIsTypedAfterItAnother() {
        var typist = new Typist("one two");
        typist.caretAt(5);
        typist.backspace();
        typist.backspace();
        typist.delete();
        typist.type("x");
        assertThat(typist.text()).isEqualTo("onexo");
        assertThat(backFrom(typist)).containsExactly("oneo", "one two");
    }

    @Test
    void aPasteIsAStep() {
        var typist = new Typist("");
        typist.type("a");
        typist.put("two words");
        typist.type("b");
        assertThat(backFrom(typist)).containsExactly("atwo words", "a", "");
    }

    @Test
    void theWordTypedOverASelectionIsOneStepAndTheSelectionComesBack() {
        var typist = new Typist("one two three");
        typist.select(7, 4);
        typist.type("2nd");
        assertThat(typist.text()).isEqualTo("one 2nd three");
        assertThat(typist.undo()).isTrue();
        assertThat(typist.text()).isEqualTo("one two three");
        assertThat(typist.selection()).isEqualTo(new Selection(7, 4));
        assertThat(typist.redo()).isTrue();
        assertThat(typist.text()).isEqualTo("one 2nd three");
        assertThat(typist.selection()).isEqualTo(Selection.at(7));
    }

    @Test
    void whatAnInputMethodComposesIsOneStep() {
        var typist = new Typist("");
        typist.put("か");
        typist.select(0, 1);
        typist.put("かん");
        typist.select(0, 2);
        typist.put("漢");
        assertThat(backFrom(typist)).containsExactly("");
    }

    @Test
    void aCharacterOfSeveralCodePointsIsAKey() {
        var typist = new Typist("");
        typist.type("a");
        typist.put("👩‍👩‍👧");
        assertThat(backFrom(typist)).containsExactly("");
    }

    @Test
    void aCommandIsAStepWithItsSelection() {
        var typist = new Typist("bold");
        typist.select(0, 4);
        typist.history.command(typist.selection(), () -> {
            typist.edit(new Splice(4, 0, "**"));
            typist.edit(new Splice(0, 0, "**"));
            typist.select(2, 6);
        });
        typist.type("B");
        assertThat(typist.text()).isEqualTo("**B**");
        assertThat(typist.undo()).isTrue();
        assertThat(typist.selection()).isEqualTo(new Selection(2, 6));
        assertThat(typist.undo()).isTrue();
        assertThat(typist.text()).isEqualTo("bold");
        assertThat(typist.selection()).isEqualTo(new Selection(0, 4));
        assertThat(typist.redo()).isTrue();
        assertThat(typist.text()).isEqualTo("**bold**");
        assertThat(typist.selection()).isEqualTo(new Selection(2, 6));
    }

    @Test
    void whatIsTypedAfterAnUndoEndsTheRedo() {
        var typist = new Typist("");
        typist.type("one");
        typist.undo();
        assertThat(typist.history.redoable().get()).isTrue();
        typist.type("x");
        assertThat(typist.history.redoable().get()).isFalse();
        assertThat(backFrom(typist)).containsExactly("");
    }

    @Test
    void aForeignChangeWithinAWordBeingTypedDoesNotEndIt() {
        var typist = new Typist("first\nsecond\n");
        typist.caretAt(13);
        typist.type("ty");
        typist.arrives("FIRST, and more\nsecond\nty");
        typist.type("ped");
        assertThat(typist.text()).isEqualTo("FIRST, and more\nsecond\ntyped");
        assertThat(backFrom(typist)).containsExactly("FIRST, and more\nsecond\n");
        assertThat(typist.selection()).isEqualTo(Selection.at("FIRST, and more\nsecond\n".length()));
    }

    @Test
    void aStepWhoseTextWasRemovedElsewhereIsGone() {
        var typist = new Typist("one\n");
        typist.caretAt(4);
        typist.type("two\n");
        typist.caretAt(0);
        typist.type("x");
        typist.arrives("xone\n");
        assertThat(backFrom(typist)).containsExactly("one\n");
    }

    @Test
    void whatAnotherDeviceWroteIntoTypedTextStays() {
        var typist = new Typist("");
        typist.put("a longer text");
        typist.arrives("a LONGER text");
        assertThat(typist.undoAll()).isEqualTo(1);
        assertThat(typist.text()).isEqualTo("LONGER");
        assertThat(typist.redoAll()).isEqualTo(1);
        assertThat(typist.text()).isEqualTo("a LONGER text");
    }

    @Test
    void theOldestStepsGoWhenThereAreTooMany() {
        var typist = new Typist("");
        for (int i = 0; i < TypingHistory.MOST_STEPS + 5; i++) {
            typist.put("ab");
        }
        assertThat(typist.undoAll()).isEqualTo(TypingHistory.MOST_STEPS);
        assertThat(typist.text()).isEqualTo("ab".repeat(5));
    }

    @Test
    void theOldestStepsGoWhenTheyHoldTooMuchText() {
        var half = (int) (TypingHistory.MOST_BYTES / 4) - 100;
        var typist = new Typist("x".repeat(3 * half));
        for (int i = 0; i < 3; i++) {
            typist.edit(new Splice(0, half, ""));
        }
        assertThat(typist.undoAll()).isEqualTo(2);
        assertThat(typist.text()).hasSize(2 * half);
    }
}
