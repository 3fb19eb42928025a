package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.library.records.Label;

/// What the editor shows of the open project, and what becomes of it when another one is opened.
final class EditorModelTest extends WithEditor {
    @Test
    void nothingIsOpenAtFirst() {
        assertThat(model.project().get()).isEmpty();
        model.refresh();
        model.trash();
        model.addNote();
        model.toggleStar();
        assertThat(late.work()).isEmpty();
    }

    @Test
    void aProjectIsShownWithItsNotesAndLabels() {
        var samples = create(river, "Samples");
        var water = late.library().labels().add(river, "water");
        create(garden, "Seeds");
        open(river);
        assertThat(project().content().get().title()).isEqualTo("River");
        assertThat(model.notes().get()).containsExactly(samples);
        assertThat(model.labels().get()).containsExactly(water);
        assertThat(model.trashed().get()).isFalse();
        assertThat(model.note().get()).isEmpty();
    }

    /// A person walks through the list faster than the library answers.
    @Test
    void anAnswerForAProjectThatWasLeftIsNotShown() {
        create(river, "Samples");
        model.open(Optional.of(river));
        var read = late.work().remove();
        open(garden);
        read.run();
        assertThat(project().base().id()).isEqualTo(garden);
        assertThat(model.notes().get()).isEmpty();
    }

    @Test
    void whatIsOpenIsNotReadAgainForOpeningIt() {
        open(river);
        var opened = project();
        model.open(Optional.of(river));
        assertThat(late.work()).isEmpty();
        assertThat(project()).isSameAs(opened);
    }

    @Test
    void anAnswerThatComesAfterEverythingWasClosedIsNotShown() {
        model.open(Optional.of(river));
        model.open(Optional.empty());
        late.finishWork();
        assertThat(model.project().get()).isEmpty();
    }

    @Test
    void whatWasTypedIsSavedWhenAnotherProjectIsOpened() {
        open(river);
        typeTitle("Brook");
        open(garden);
        assertThat(stored(river)).isEqualTo("Brook");
        assertThat(stored(garden)).isEqualTo("Garden");
    }

    @Test
    void whatWasTypedDuringASaveIsSavedThoughAnotherProjectIsOpen() {
        open(river);
        typeTitle("Brook");
        model.flush();
        typeTitle("Stream");
        open(garden);
        assertThat(stored(river)).isEqualTo("Stream");
    }

    @Test
    void aChangeElsewhereIsSeenWithTheNextLook() {
        open(river);
        var opened = project();
        late.edit(river, details -> details.withTitle("Brook"));
        var samples = create(river, "Samples");
        refresh();
        assertThat(project()).isSameAs(opened);
        assertThat(opened.content().get().title()).isEqualTo("Brook");
        assertThat(model.notes().get()).containsExactly(samples);
    }

    @Test
    void aConflictOfTheOpenProjectIsShown() {
        open(river);
        typeTitle("Brook");
        late.edit(river, details -> details.withTitle("Stream"));
        model.flush();
        late.finishWork();
        refresh();
        assertThat(model.conflicts().get()).hasSize(1);
        open(garden);
        assertThat(model.conflicts().get()).isEmpty();
    }

    @Test
    void aMergeIsShownAndUndone() {
        late.edit(river, details -> details.withSummary("one\n\ntwo\n"));
        open(river);
        project().edit(project().content().get().withSummary("ONE\n\ntwo\n"));
        late.edit(river, details -> details.withSummary("one\n\nTWO\n"));
        model.flush();
        late.finishWork();
        refresh();
        model.revert(model.merges().get().getFirst());
        late.finishWork();
        refresh();
        assertThat(project().content().get().summary()).isEqualTo("ONE\n\ntwo\n");
        assertThat(model.merges().get()).as("there is nothing left to undo").isEmpty();
    }

    /// The conflict tells of the merge while it is open, and who has resolved it has seen every version.
    @Test
    void noMergeIsShownBesideAConflictNorAfterItWasResolved() {
        late.edit(river, details -> details.withSummary("one\n\ntwo\n"));
        open(river);
        project().edit(project().content().get().withSummary("ONE\n\ntwo\n"));
        late.edit(river, details -> details.withSummary("1\n\nTWO\n"));
        model.flush();
        late.finishWork();
        refresh();
        var conflict = model.conflicts().get().getFirst();
        assertThat(model.merges().get()).isEmpty();
        late.library().conflicts().resolve(conflict, new Choice.Theirs());
        refresh();
        assertThat(model.conflicts().get()).isEmpty();
        assertThat(model.merges().get()).isEmpty();
    }

    @Test
    void aStarIsSavedAtOnce() {
        open(river);
        model.toggleStar();
        late.finishWork();
        assertThat(late.stored(river).starred()).isTrue();
        model.toggleStar();
        late.finishWork();
        assertThat(late.stored(river).starred()).isFalse();
    }

    @Test
    void whatWasTypedIsSavedBeforeTheProjectGoesIntoTheTrash() {
        open(river);
        typeTitle("Brook");
        model.trash();
        late.finishWork();
        refresh();
        assertThat(late.library().trash().list()).hasSize(1);
        assertThat(stored(river)).isEqualTo("Brook");
        assertThat(model.trashed().get()).isTrue();
    }

    @Test
    void aProjectDoesNotComeBackFromTheTrashWithWhatWasTypedLast() {
        open(river);
        typeTitle("Brook");
        model.trash();
        finishNewestFirst();
        assertThat(late.library().trash().list()).hasSize(1);
        assertThat(stored(river)).isEqualTo("Brook");
    }

    @Test
    void aProjectGoesIntoTheTrashAfterAllThatWasTypedDuringItsSave() {
        open(river);
        typeTitle("Brook");
        model.flush();
        typeTitle("Stream");
        model.trash();
        finishNewestFirst();
        assertThat(late.library().trash().list()).hasSize(1);
        assertThat(stored(river)).isEqualTo("Stream");
    }

    @Test
    void aTrashedProjectIsTakenOutAgain() {
        open(river);
        model.trash();
        late.finishWork();
        model.restore();
        late.finishWork();
        refresh();
        assertThat(late.library().trash().list()).isEmpty();
        assertThat(model.trashed().get()).isFalse();
    }

    @Test
    void labelsAreGivenAndTaken() {
        open(river);
        model.addLabel("water");
        late.finishWork();
        refresh();
        assertThat(model.labels().get()).extracting(Label::name).containsExactly("water");
        model.removeLabel(model.labels().get().getFirst());
        late.finishWork();
        refresh();
        assertThat(model.labels().get()).isEmpty();
    }
}
