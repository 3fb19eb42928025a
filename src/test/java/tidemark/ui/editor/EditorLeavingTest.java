package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.records.LibraryException;

/// What becomes of typed text while a person types on, opens another project, or closes the window.
final class EditorLeavingTest extends WithEditor {
    @BeforeEach
    void openRiver() {
        open(river);
    }

    private String stored() {
        return late.stored(river).summary();
    }

    private String shown() {
        return project().content().get().summary();
    }

    private void leaveUnsaved() {
        typeSummary(TOO_LONG);
        open(garden);
        assertThat(late.failures()).singleElement().isInstanceOf(LibraryException.class);
        late.failures().clear();
    }

    /// A key each tenth of a second for 13 seconds; the kill may come after any of them.
    @Test
    void atMostOneSecondOfTypingIsUnsavedThoughThePersonNeverPauses() {
        var typed = new StringBuilder();
        for (int key = 0; key < 130; key++) {
            typeSummary(typed.append('x').toString());
            time.pass(Duration.ofMillis(100));
            late.finishWork();
            assertThat(typed.length() - stored().length()).isLessThanOrEqualTo(10);
        }
        time.pass(Duration.ofMillis(400));
        late.finishWork();
        assertThat(stored()).isEqualTo(typed.toString());
    }

    @Test
    void whatIsTypedIsSavedHalfASecondAfterTheLastKey() {
        typeSummary("one");
        time.pass(Duration.ofMillis(499));
        assertThat(late.work()).isEmpty();
        time.pass(Duration.ofMillis(1));
        assertThat(late.work()).hasSize(1);
    }

    @Test
    void aFailureToSaveAProjectThatWasLeftIsTold() {
        leaveUnsaved();
        assertThat(stored()).isEmpty();
    }

    @Test
    void aProjectThatCouldNotBeSavedShowsItsTextWhenItIsOpenedAgain() {
        leaveUnsaved();
        open(river);
        assertThat(shown()).isEqualTo(TOO_LONG);
        assertThat(project().failed().get()).isTrue();
        typeSummary("short");
        model.flush();
        late.finishWork();
        assertThat(stored()).isEqualTo("short");
    }

    @Test
    void aProjectOpenedAgainDuringItsSaveShowsWhatWasTyped() {
        typeSummary("one");
        model.open(Optional.of(garden));
        var save = late.work().remove();
        late.finishWork();
        model.open(Optional.of(river));
        late.finishWork();
        assertThat(shown()).isEqualTo("one");
        save.run();
        late.finishWork();
        assertThat(shown()).isEqualTo("one").isEqualTo(stored());
    }

    @Test
    void aProjectThatWasSavedAfterItWasLeftIsReadAnew() {
        typeSummary("one");
        open(garden);
        late.edit(river, details -> details.withSummary("two"));
        open(river);
        assertThat(shown()).isEqualTo("two");
    }

    @Test
    void whatIsTypedBeforeTheNextProjectWasReadIsSaved() {
        model.open(Optional.of(garden));
        typeSummary("one");
        late.finishWork();
        assertThat(project().base().id()).isEqualTo(garden);
        assertThat(stored()).isEqualTo("one");
    }

    @Test
    void aStarGivenBeforeTheProjectWasReadIsForThatProject() {
        model.open(Optional.of(garden));
        model.toggleStar();
        late.finishWork();
        refresh();
        assertThat(late.stored(river).starred()).isFalse();
        assertThat(late.stored(garden).starred()).isTrue();
        assertThat(project().content().get().starred()).isTrue();
    }

    @Test
    void aLabelTypedBeforeTheNextProjectWasReadIsForTheOneOnShow() {
        model.open(Optional.of(garden));
        model.addLabel("water");
        late.finishWork();
        assertThat(late.library().labels().of(river)).hasSize(1);
        assertThat(late.library().labels().of(garden)).isEmpty();
    }

    @Test
    void whatWasTypedDuringASaveIsStoredWhenTheWindowClosesAndTakesNoAnswer() {
        var answers = new ArrayDeque<Runnable>();
        var background = late.background(answers::add);
        model = new EditorModel(late.library(), background, late.undo(background), InstantSource.system(), time::delay);
        model.open(Optional.of(river));
        late.finishWork();
        answers.remove().run();
        typeSummary("one");
        model.flush();
        typeSummary("two");
        model.close();
        late.finishWork();
        assertThat(stored()).isEqualTo("two");
    }

    @Test
    void anOlderAnswerDoesNotReplaceANewerOne() {
        var answers = new ArrayDeque<Runnable>();
        var background = late.background(answers::add);
        model = new EditorModel(late.library(), background, late.undo(background), InstantSource.system(), time::delay);
        model.open(Optional.of(river));
        late.finishWork();
        var water = late.library().labels().add(river, "water");
        model.refresh();
        late.finishWork();
        answers.removeLast().run();
        answers.remove().run();
        assertThat(model.labels().get()).containsExactly(water);
    }

    @Test
    void theWindowClosesWhenWhatWasTypedLastIsSaved() {
        var closed = new AtomicInteger();
        typeSummary("one");
        model.closeAfterSaving(
                () -> {
                    throw new AssertionError("asked");
                },
                closed::incrementAndGet);
        assertThat(closed).hasValue(0);
        late.finishWork();
        assertThat(closed).hasValue(1);
        assertThat(stored()).isEqualTo("one");
    }

    @Test
    void itStaysWithTheTextWhereThatCannotBeSavedUnlessThePersonMeansIt() {
        var closed = new AtomicInteger();
        typeSummary(TOO_LONG);
        model.closeAfterSaving(() -> false, closed::incrementAndGet);
        late.finishWork();
        assertThat(closed).hasValue(0);
        assertThat(shown()).isEqualTo(TOO_LONG);
        model.closeAfterSaving(() -> true, closed::incrementAndGet);
        late.finishWork();
        assertThat(closed).hasValue(1);
    }

    @Test
    void alsoForAProjectThatWasLeftBeforeItsTextCouldBeSaved() {
        var closed = new AtomicInteger();
        leaveUnsaved();
        model.closeAfterSaving(() -> false, closed::incrementAndGet);
        late.finishWork();
        assertThat(closed).hasValue(0);
        late.failures().clear();
    }
}
