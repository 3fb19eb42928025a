package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.conflict.Choice;
import tidemark.ui.conflicts.ConflictsModel.News;

/// Resolutions of conflicts are undone and made again like any other edit of a person.
final class ConflictsUndoTest extends WithConflicts {
    static Choice[] choices() {
        return new Choice[] {new Choice.Mine(), new Choice.Theirs(), new Choice.Both()};
    }

    private void takeBack() {
        undo.undo();
        late.finishWork();
        refresh();
    }

    private void makeAgain() {
        undo.redo();
        late.finishWork();
        refresh();
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aResolutionIsTakenBackWithAllThatItChangedAndMadeAgain(Choice choice) {
        disputed("River", "Hill", "Lake");
        open(1);
        var before = late.rows();
        choose(choice);
        assertThat(undo.undoable().get()).contains("Resolved the conflict in Hill here");
        var resolved = late.rows();
        assertThat(resolved).isNotEqualTo(before);
        takeBack();
        assertThat(late.rows()).isEqualTo(before);
        assertThat(shown().subject().title()).isEqualTo("Hill here");
        assertThat(model.news().get()).isInstanceOf(News.None.class);
        makeAgain();
        assertThat(late.rows()).isEqualTo(resolved);
        assertThat(known()).hasSize(2);
    }

    @Test
    void manyResolvedAlikeAreTakenBackTogether() {
        disputed("River", "Hill", "Lake");
        open(0);
        var before = late.rows();
        model.previewAll(new Choice.Theirs());
        late.finishWork();
        model.applyAll();
        late.finishWork();
        assertThat(known()).isEmpty();
        assertThat(undo.undoable().get()).contains("Resolved 3 conflicts");
        takeBack();
        assertThat(late.rows()).isEqualTo(before);
        assertThat(known()).hasSize(3);
        assertThat(shown().subject().title()).isEqualTo("River here");
        makeAgain();
        assertThat(known()).isEmpty();
    }

    @Test
    void theWindowsOwnUndoIsAStepAsWell() {
        disputed("River");
        refresh();
        open(0);
        choose(new Choice.Theirs());
        var resolved = late.rows();
        model.undo();
        late.finishWork();
        assertThat(known()).hasSize(1);
        assertThat(undo.undoable().get()).contains("Reopened the conflict in River there");
        takeBack();
        assertThat(late.rows()).isEqualTo(resolved);
        assertThat(known()).isEmpty();
    }

    @Test
    void aChoiceThatChangesNothingIsNoStep() {
        disputed("River");
        refresh();
        open(0);
        var seen = shown();
        resolveElsewhere(seen);
        model.choose(seen, new Choice.Theirs());
        late.finishWork();
        assertThat(undo.undoable().get()).isEmpty();
    }

    @Test
    void eachOfSeveralIsShownAsItIsOpenedAgain() {
        disputed("River", "Hill", "Lake");
        open(0);
        var first = shown();
        choose(new Choice.Mine());
        var second = shown();
        choose(new Choice.Mine());
        takeBack();
        assertThat(shown().id()).isEqualTo(second.id());
        takeBack();
        assertThat(shown().id()).isEqualTo(first.id());
        makeAgain();
        takeBack();
        assertThat(shown().id()).as("after a redo").isEqualTo(first.id());
    }

    @Test
    void theConflictThatThePersonGoesToMeanwhileStays() {
        disputed("River", "Hill", "Lake");
        open(0);
        choose(new Choice.Mine());
        var other = known().getLast();
        undo.undo();
        late.finishWork();
        model.refresh();
        model.open(other);
        late.finishWork();
        assertThat(shown().id()).isEqualTo(other.id());
        assertThat(model.news().get()).isInstanceOf(News.None.class);
    }
}
