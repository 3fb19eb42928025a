package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What becomes of typed text while it is saved.
final class DraftTest extends WithDraft {
    @Test
    void whatIsTypedIsSavedAfterAPause() {
        type("one", "ONE");
        assertThat(late.work()).isEmpty();
        assertThat(draft.isDirty()).isTrue();
        delay.pass();
        late.finishWork();
        assertThat(stored()).isEqualTo("ONE\n\ntwo\n\nthree\n");
        assertThat(draft.isDirty()).isFalse();
        assertThat(delay.isWaiting()).isFalse();
    }

    @Test
    void manyEditsInARowAreOneSave() {
        type("one", "on");
        type("on", "o");
        type("o\n\n", "ONE\n\n");
        delay.pass();
        assertThat(late.work()).hasSize(1);
        late.finishWork();
        assertThat(stored()).startsWith("ONE\n\n");
        assertThat(late.work()).isEmpty();
    }

    @Test
    void anEditThatChangesNothingIsNotSaved() {
        draft.edit(river.details());
        assertThat(delay.isWaiting()).isFalse();
        draft.flush();
        assertThat(late.work()).isEmpty();
    }

    @Test
    void anEditTakenBackInTimeIsNotSaved() {
        type("one", "ONE");
        type("ONE", "one");
        delay.pass();
        assertThat(late.work()).isEmpty();
        assertThat(draft.isDirty()).isFalse();
    }

    @Test
    void aFlushSavesAtOnceAndInsteadOfThePause() {
        type("one", "ONE");
        draft.flush();
        assertThat(delay.isWaiting()).isFalse();
        assertThat(late.work()).hasSize(1);
        late.finishWork();
        assertThat(stored()).startsWith("ONE");
        draft.flush();
        assertThat(late.work()).isEmpty();
    }

    @Test
    void anEditTypedDuringASaveIsSavedNext() {
        type("one", "ONE");
        delay.pass();
        type("ONE", "ONE!");
        late.finishWork();
        assertThat(stored()).startsWith("ONE\n");
        assertThat(shown()).startsWith("ONE!\n");
        assertThat(draft.isDirty()).isTrue();
        finish();
        assertThat(stored()).startsWith("ONE!\n");
        assertThat(conflicts()).isZero();
    }

    @Test
    void anEditTakenBackDuringASaveIsTakenBackInTheLibrary() {
        type("one", "ONE");
        delay.pass();
        type("ONE", "one");
        late.finishWork();
        assertThat(stored()).startsWith("ONE");
        assertThat(shown()).isEqualTo(river.details().summary());
        finish();
        assertThat(stored()).isEqualTo(river.details().summary());
    }

    @Test
    void thereIsOneSaveAtATime() {
        type("one", "ONE");
        draft.flush();
        type("two", "TWO");
        draft.flush();
        assertThat(late.work()).hasSize(1);
        finish();
        assertThat(stored()).isEqualTo("ONE\n\nTWO\n\nthree\n");
        assertThat(conflicts()).isZero();
    }

    @Test
    void whatASaveMergedIsShown() {
        type("one", "ONE");
        elsewhere("three", "THREE");
        draft.flush();
        late.finishWork();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\nTHREE\n").isEqualTo(stored());
        assertThat(draft.isDirty()).isFalse();
    }

    @Test
    void anEditTypedDuringASaveThatMergesIsLaidIntoTheMerge() {
        type("one", "ONE");
        draft.flush();
        elsewhere("three", "THREE");
        type("two", "TWO");
        late.finishWork();
        assertThat(shown()).isEqualTo("ONE\n\nTWO\n\nTHREE\n");
        finish();
        assertThat(stored()).isEqualTo("ONE\n\nTWO\n\nTHREE\n");
        assertThat(conflicts()).isZero();
    }

    /// The library has to find out that two versions must be kept, so the base may not move on.
    @Test
    void theSameLineTypedDuringASaveThatMergesItIsKeptBesideTheirs() {
        type("one", "ONE");
        draft.flush();
        elsewhere("three", "THREE");
        type("three", "3");
        late.finishWork();
        assertThat(shown()).isEqualTo("ONE\n\ntwo\n\n3\n");
        finish();
        assertThat(stored()).isEqualTo("ONE\n\ntwo\n\n3\n").isEqualTo(shown());
        var kept = late.library().conflicts().open().getFirst();
        assertThat(kept.theirs().value().text("summary").orElseThrow()).contains("THREE");
    }

    @Test
    void aFlushDuringASaveSavesAgainAfterIt() {
        type("one", "ONE");
        draft.flush();
        type("ONE", "ONE!");
        draft.flush();
        late.finishWork();
        assertThat(stored()).startsWith("ONE!\n");
        assertThat(draft.isSaved()).isTrue();
        assertThat(delay.isWaiting()).isFalse();
    }

    @Test
    void aPauseDuringASaveIsAFlush() {
        type("one", "ONE");
        delay.pass();
        type("ONE", "ONE!");
        delay.pass();
        late.finishWork();
        assertThat(stored()).startsWith("ONE!\n");
    }

    @Test
    void anEditTakenBackDuringItsSaveIsNotSavedYet() {
        type("one", "ONE");
        draft.flush();
        type("ONE", "one");
        assertThat(draft.isDirty()).isFalse();
        assertThat(draft.isSaved()).isFalse();
        draft.flush();
        late.finishWork();
        assertThat(stored()).isEqualTo(LINES);
        assertThat(draft.isSaved()).isTrue();
    }

    @Test
    void whatWasTypedDuringASaveIsStoredThoughTheWindowTakesNoAnswer() {
        draft = openOn(_ -> {});
        type("one", "ONE");
        draft.flush();
        elsewhere("three", "THREE");
        type("two", "TWO");
        draft.close();
        late.finishWork();
        assertThat(stored()).isEqualTo("ONE\n\nTWO\n\nTHREE\n");
        assertThat(conflicts()).isZero();
    }

    @Test
    void whatIsTypedLastIsStoredThoughTheWindowTakesNoAnswer() {
        draft = openOn(_ -> {});
        type("one", "ONE");
        draft.close();
        late.finishWork();
        assertThat(stored()).startsWith("ONE\n");
    }

    @Test
    void theWindowMayStillTakeTheAnswersWhileItCloses() {
        type("one", "ONE");
        draft.flush();
        type("ONE", "ONE!");
        draft.flush();
        draft.close();
        late.finishWork();
        assertThat(stored()).startsWith("ONE!\n");
        assertThat(draft.isSaved()).isTrue();
    }
}
