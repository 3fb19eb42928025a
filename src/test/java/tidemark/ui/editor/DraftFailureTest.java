package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;

/// What becomes of typed text when it cannot be saved, or when its record is gone.
final class DraftFailureTest extends WithDraft {
    /// More than a field holds.
    private static final String TOO_LONG = "x".repeat((1 << 20) + 1);

    private void failToSave() {
        type("one", TOO_LONG);
        draft.flush();
        late.finishWork();
    }

    @Test
    void aSaveThatFailsKeepsTheTextAndSaysSo() {
        failToSave();
        assertThat(draft.failed().get()).isTrue();
        assertThat(shown()).startsWith(TOO_LONG);
        assertThat(draft.isDirty()).isTrue();
        assertThat(stored()).isEqualTo(LINES);
        assertThat(late.failures()).isEmpty();
    }

    @Test
    void aSaveThatFailedIsNotTriedAgainUnasked() {
        failToSave();
        assertThat(delay.isWaiting()).isFalse();
        assertThat(late.work()).isEmpty();
        draft.flush();
        assertThat(late.work()).hasSize(1);
        late.finishWork();
        assertThat(draft.failed().get()).isTrue();
    }

    @Test
    void whatFailedIsTriedAgainWithTheNextChange() {
        failToSave();
        type(TOO_LONG, "ONE");
        assertThat(draft.failed().get()).isTrue();
        finish();
        assertThat(draft.failed().get()).isFalse();
        assertThat(stored()).startsWith("ONE\n");
        assertThat(draft.isDirty()).isFalse();
    }

    @Test
    void anEditTypedDuringASaveThatFailsIsSavedNext() {
        type("one", TOO_LONG);
        draft.flush();
        type(TOO_LONG, "ONE");
        late.finishWork();
        assertThat(draft.failed().get()).isTrue();
        finish();
        assertThat(draft.failed().get()).isFalse();
        assertThat(stored()).startsWith("ONE\n");
    }

    @Test
    void aChangeElsewhereIsLaidInUnderTextThatCouldNotBeSaved() {
        failToSave();
        elsewhere("three", "THREE");
        draft.refresh();
        late.finishWork();
        assertThat(shown()).startsWith(TOO_LONG).endsWith("THREE\n");
        type(TOO_LONG, "ONE");
        finish();
        assertThat(stored()).isEqualTo("ONE\n\ntwo\n\nTHREE\n");
        assertThat(conflicts()).isZero();
    }

    @Test
    void whatIsShownStaysWhenTheProjectIsGone() {
        late.remove(river.id());
        draft.refresh();
        late.finishWork();
        assertThat(shown()).isEqualTo(LINES);
        assertThat(late.library().projects().find(river.id())).isEmpty();
    }

    @Test
    void aProjectThatIsGoneIsThereAgainWithTheNextSave() {
        late.remove(river.id());
        draft.refresh();
        type("one", "ONE");
        finish();
        assertThat(late.stored(river.id()))
                .isEqualTo(river.details().withSummary("ONE\n\ntwo\n\nthree\n"))
                .isEqualTo(draft.content().get());
        assertThat(draft.isDirty()).isFalse();
    }

    @Test
    void aProjectThatIsRemovedDuringItsSaveIsThereAgain() {
        type("one", "ONE");
        draft.flush();
        late.remove(river.id());
        type("two", "TWO");
        finish();
        assertThat(stored()).isEqualTo("ONE\n\nTWO\n\nthree\n");
    }

    @Test
    void aNoteWhoseProjectIsGoneIsThereAgainWithIt() {
        var note = late.library().notes().create(river.id(), new NoteText("Samples", "upper"));
        var written =
                new Draft<Note, NoteText>(note, new NoteSource(late.library().notes()), late.background(), delay);
        late.remove(river.id());
        written.edit(note.text().withBody("lower"));
        finish();
        assertThat(late.library().notes().find(note.id()).orElseThrow().text())
                .isEqualTo(written.content().get());
        assertThat(late.library().notes().of(river.id())).hasSize(1);
        assertThat(late.stored(river.id()).title()).isEqualTo("Samples");
    }

    @Test
    void aRefreshAskedForDuringASaveThatFailsIsDone() {
        type("one", TOO_LONG);
        draft.flush();
        elsewhere("three", "THREE");
        draft.refresh();
        late.finishWork();
        assertThat(draft.failed().get()).isTrue();
        assertThat(shown()).endsWith("THREE\n");
    }

    @Test
    void aFlushAskedForDuringASaveThatFailsSavesWhatWasTypedSince() {
        type("one", TOO_LONG);
        draft.flush();
        type(TOO_LONG, "ONE");
        draft.flush();
        late.finishWork();
        assertThat(stored()).startsWith("ONE\n");
        assertThat(draft.failed().get()).isFalse();
    }

    @Test
    void whatWaitsForASaveGoesOnWhenThatFails() {
        type("one", TOO_LONG);
        draft.flush();
        var gone = new AtomicBoolean();
        draft.afterSaving(() -> gone.set(true));
        assertThat(gone).isFalse();
        late.finishWork();
        assertThat(gone).isTrue();
    }

    @Test
    void whatWasTypedDuringASaveThatFailsIsStoredAsTheWindowCloses() {
        draft = openOn(_ -> {});
        type("one", TOO_LONG);
        draft.flush();
        type(TOO_LONG, "ONE");
        draft.close();
        late.finishWork();
        assertThat(stored()).startsWith("ONE\n");
    }
}
