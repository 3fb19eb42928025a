package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;

/// The notes of the open project, and the one that is written in.
final class EditorNotesTest extends WithEditor {
    private Note samples;

    @BeforeEach
    void openSamples() {
        samples = create(river, "Samples");
        open(river);
        model.openNote(samples);
    }

    private String body() {
        return late.library().notes().find(samples.id()).orElseThrow().text().body();
    }

    private void type(String body) {
        note().edit(new NoteText("Samples", body));
    }

    @Test
    void aNewNoteIsMadeAtTheEndAndOpened() {
        model.addNote();
        late.finishWork();
        assertThat(late.library().notes().of(river)).hasSize(2);
        assertThat(note().base()).isEqualTo(late.library().notes().of(river).getLast());
    }

    @Test
    void whatWasTypedInANoteIsSavedWhenAnotherIsOpened() {
        type("upper reach");
        model.openNote(create(river, "Rope"));
        late.finishWork();
        assertThat(body()).isEqualTo("upper reach");
        assertThat(note().content().get().title()).isEqualTo("Rope");
    }

    @Test
    void whatWasTypedInANoteIsSavedWhenItsProjectIsLeft() {
        type("upper reach");
        model.open(Optional.of(garden));
        assertThat(model.note().get()).isEmpty();
        late.finishWork();
        assertThat(body()).isEqualTo("upper reach");
    }

    @Test
    void openingTheOpenNoteKeepsWhatIsTypedThere() {
        type("upper reach");
        model.openNote(samples);
        assertThat(note().content().get().body()).isEqualTo("upper reach");
    }

    @Test
    void aNoteChangedElsewhereIsSeenWithTheNextLook() {
        var _ = late.library().notes().save(samples, samples.text().withBody("lower reach"));
        refresh();
        assertThat(note().content().get().body()).isEqualTo("lower reach");
        assertThat(model.notes().get()).extracting(shown -> shown.text().body()).containsExactly("lower reach");
    }

    @Test
    void aNoteThatWasTrashedIsClosed() {
        model.trashNote(samples.id());
        late.finishWork();
        refresh();
        assertThat(model.notes().get()).isEmpty();
        assertThat(model.note().get()).isEmpty();
    }

    @Test
    void aNoteThatIsTrashedElsewhereIsClosedOnlyAfterWhatIsTypedThereWasSaved() {
        type("upper reach");
        late.library().trash().put(List.of(samples.id()));
        refresh();
        assertThat(note().content().get().body()).isEqualTo("upper reach");
        model.flush();
        late.finishWork();
        refresh();
        assertThat(model.note().get()).isEmpty();
        assertThat(body()).isEqualTo("upper reach");
        assertThat(late.library().trash().list()).hasSize(1);
    }

    @Test
    void aNoteDoesNotComeBackFromTheTrashWithWhatWasTypedLast() {
        type("upper reach");
        model.trashNote(samples.id());
        finishNewestFirst();
        assertThat(late.library().trash().list()).hasSize(1);
        assertThat(body()).isEqualTo("upper reach");
    }

    @Test
    void aNewNoteOfAProjectThatWasLeftIsNotOpenedUnderTheNextOne() {
        model.addNote();
        open(garden);
        assertThat(late.library().notes().of(river)).hasSize(2);
        assertThat(model.note().get()).isEmpty();
    }

    @Test
    void aNoteOpenedBeforeTheNextProjectWasReadIsClosedWithItsProject() {
        model.open(Optional.of(garden));
        model.openNote(samples);
        late.finishWork();
        assertThat(model.note().get()).isEmpty();
    }

    /// The project is read while the note is made, and answered afterwards.
    @Test
    void aNewNoteStaysOpenThoughALateAnswerDoesNotKnowIt() {
        model.refresh();
        var reads = List.copyOf(late.work());
        late.work().clear();
        model.addNote();
        late.finishWork();
        var made = note();
        reads.getFirst().run();
        assertThat(note()).isSameAs(made);
    }

    @Test
    void aNoteThatCouldNotBeSavedShowsItsTextWhenItIsOpenedAgain() {
        type(TOO_LONG);
        model.openNote(create(river, "Rope"));
        late.finishWork();
        assertThat(late.failures()).singleElement().isInstanceOf(LibraryException.class);
        late.failures().clear();
        model.openNote(samples);
        late.finishWork();
        assertThat(note().content().get().body()).isEqualTo(TOO_LONG);
        assertThat(note().failed().get()).isTrue();
    }

    @Test
    void aNoteIsMoved() {
        var rope = create(river, "Rope");
        model.moveNote(rope.id(), new InsertAt.First<>());
        late.finishWork();
        refresh();
        assertThat(model.notes().get()).extracting(Note::id).containsExactly(rope.id(), samples.id());
    }

    @Test
    void theUndoOfANewNoteOpensTheOneBeforeIt() {
        var undo = late.undo(late.background());
        var rope = create(river, "Rope");
        refresh();
        model.addNote();
        late.finishWork();
        refresh();
        undo.undo();
        late.finishWork();
        refresh();
        assertThat(note().base().id()).isEqualTo(rope.id());
    }
}
