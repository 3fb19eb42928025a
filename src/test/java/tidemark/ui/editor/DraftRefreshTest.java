package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.records.Status;

/// What becomes of typed text when the library changes under it.
final class DraftRefreshTest extends WithDraft {
    @Test
    void aChangeElsewhereIsShownToWhoTypesNothing() {
        elsewhere("three", "THREE");
        draft.refresh();
        late.finishWork();
        assertThat(shown()).isEqualTo("one\n\ntwo\n\nTHREE\n");
        assertThat(draft.isDirty()).isFalse();
        assertThat(delay.isWaiting()).isFalse();
    }

    @Test
    void aChangeElsewhereIsLaidInUnderUnsavedText() {
        type("one", "ONE");
        elsewhere("three", "THREE");
        draft.refresh();
        late.finishWork();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\nTHREE\n");
        assertThat(stored()).startsWith("one");
        finish();
        assertThat(stored()).isEqualTo("ONE\n\ntwo\n\nTHREE\n");
        assertThat(conflicts()).isZero();
    }

    @Test
    void anEditTypedWhileTheLibraryIsReadStays() {
        elsewhere("three", "THREE");
        draft.refresh();
        type("one", "ONE");
        finish();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\nTHREE\n").isEqualTo(stored());
    }

    @Test
    void anotherFieldChangedElsewhereIsTakenBesideUnsavedText() {
        typeTitle("Brook");
        late.edit(river.id(), details -> details.withStatus(Status.ACTIVE).withStar());
        draft.refresh();
        finish();
        assertThat(late.stored(river.id()))
                .isEqualTo(river.details()
                        .withTitle("Brook")
                        .withStatus(Status.ACTIVE)
                        .withStar());
        assertThat(conflicts()).isZero();
    }

    @Test
    void theSameTitleTypedHereAndThereStaysAsTypedAndIsKeptBesideTheirs() {
        typeTitle("Brook");
        late.edit(river.id(), details -> details.withTitle("Stream"));
        draft.refresh();
        late.finishWork();
        assertThat(draft.content().get().title()).isEqualTo("Brook");
        finish();
        assertThat(late.stored(river.id()).title()).isEqualTo("Brook");
        var kept = late.library().conflicts().open().getFirst();
        assertThat(kept.theirs().value().text("title")).contains("Stream");
    }

    @Test
    void aProjectThatWasTrashedElsewhereStaysInTheTrashWhenThatWasSeen() {
        late.library().trash().put(List.of(river.id()));
        draft.refresh();
        late.finishWork();
        assertThat(draft.base().trashedAt()).isPresent();
        type("one", "ONE");
        finish();
        assertThat(stored()).startsWith("ONE");
        assertThat(late.library().trash().list()).hasSize(1);
    }

    @Test
    void aRefreshDuringASaveComesAfterIt() {
        type("one", "ONE");
        draft.flush();
        draft.refresh();
        draft.refresh();
        assertThat(late.work()).hasSize(1);
        late.work().remove().run();
        elsewhere("three", "THREE");
        assertThat(late.work()).hasSize(1);
        finish();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\nTHREE\n").isEqualTo(stored());
    }

    /// What was read before is older than what is being saved.
    @Test
    void whatWasReadBeforeASaveBeganIsReadAgainAfterIt() {
        draft.refresh();
        var read = late.work().remove();
        elsewhere("three", "THREE");
        type("one", "ONE");
        draft.flush();
        read.run();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\nthree\n");
        late.work().remove().run();
        assertThat(late.work()).hasSize(1);
        finish();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\nTHREE\n").isEqualTo(stored());
    }

    @Test
    void aReadThatEndsAfterTheSaveItBeganBeforeIsReadAgain() {
        draft.refresh();
        var read = late.work().remove();
        type("one", "ONE");
        draft.flush();
        late.finishWork();
        read.run();
        assertThat(late.work()).hasSize(1);
        finish();
        assertThat(shown()).startsWith("ONE\n").isEqualTo(stored());
    }

    /// The answer lay in the window's queue while a whole save went by.
    @Test
    void whatWasReadBeforeASaveDoesNotUndoIt() {
        var answers = new ArrayDeque<Runnable>();
        draft = openOn(answers::add);
        draft.refresh();
        late.finishWork();
        var old = answers.remove();
        type("one", "ONE");
        draft.flush();
        late.finishWork();
        answers.remove().run();
        old.run();
        assertThat(shown()).startsWith("ONE\n").isEqualTo(stored());
        assertThat(draft.isDirty()).isFalse();
    }

    @Test
    void theNextSaveIsMadeFromWhatTheRefreshBrought() {
        elsewhere("two", "TWO");
        draft.refresh();
        late.finishWork();
        type("TWO", "TWO!");
        finish();
        assertThat(stored()).isEqualTo("one\n\nTWO!\n\nthree\n");
        assertThat(conflicts()).isZero();
    }

    @Test
    void anOlderAnswerDoesNotReplaceANewerOne() {
        var answers = new ArrayDeque<Runnable>();
        draft = openOn(answers::add);
        draft.refresh();
        late.finishWork();
        elsewhere("three", "THREE");
        draft.refresh();
        late.finishWork();
        answers.removeLast().run();
        answers.remove().run();
        assertThat(shown()).isEqualTo("one\n\ntwo\n\nTHREE\n").isEqualTo(stored());
        assertThat(draft.base().details().summary()).isEqualTo(stored());
    }
}
