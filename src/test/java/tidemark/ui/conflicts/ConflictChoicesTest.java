package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.ResolvePreview;
import tidemark.ui.base.Texts;
import tidemark.ui.conflicts.ConflictsModel.News;

/// Conflicts are resolved, one or all alike, and opened again.
final class ConflictChoicesTest extends WithConflicts {
    @Test
    void mineIsKept() {
        var river = disputed("River");
        refresh();
        open(0);
        choose(new Choice.Mine());
        assertThat(title(river)).isEqualTo("River here");
        assertThat(known()).isEmpty();
        assertThat(model.current().get()).isEmpty();
    }

    @Test
    void theirsIsTakenAndTold() {
        var river = disputed("River");
        refresh();
        open(0);
        choose(new Choice.Theirs());
        assertThat(title(river)).isEqualTo("River there");
        assertThat(model.news().get())
                .isInstanceOfSatisfying(
                        News.Resolved.class,
                        resolved -> assertThat(resolved.words()).contains("River there"));
    }

    @Test
    void anotherTitleIsTaken() {
        var river = disputed("River");
        refresh();
        open(0);
        choose(shown().merged("  Stream "));
        assertThat(title(river)).isEqualTo("Stream");
    }

    /// The person clicks before the window has heard of it.
    @Test
    void aChoiceThatComesTooLateDoesNothingAndSaysSo() {
        var river = disputed("River");
        refresh();
        open(0);
        resolveElsewhere(shown());
        choose(new Choice.Theirs());
        assertThat(title(river)).isEqualTo("River here");
        assertThat(model.news().get()).isEqualTo(new News.Failed(Texts.text("conflict.overtaken")));
        assertThat(model.current().get()).isEmpty();
    }

    @Test
    void twoClicksInARowResolveOnce() {
        var river = disputed("River");
        refresh();
        open(0);
        model.choose(new Choice.Theirs());
        model.choose(new Choice.Mine());
        late.finishWork();
        assertThat(title(river)).isEqualTo("River there");
        assertThat(late.library().conflicts().count()).isZero();
    }

    @Test
    void aChoiceIsUndoneAndShownAgain() {
        var river = disputed("River");
        refresh();
        open(0);
        var seen = shown();
        choose(new Choice.Theirs());
        model.undo();
        assertThat(model.news().get()).isEqualTo(new News.None());
        late.finishWork();
        assertThat(title(river)).isEqualTo("River here");
        assertThat(shown().id()).isEqualTo(seen.id());
        assertThat(known()).hasSize(1);
    }

    @Test
    void undoWithoutAChoiceDoesNothing() {
        disputed("River");
        refresh();
        model.undo();
        assertThat(late.work()).isEmpty();
    }

    @Test
    void whatAChoiceForAllWouldDoIsShownBeforeItIsDone() {
        disputed("River", "Hill", "Lake");
        open(1);
        model.previewAll(new Choice.Theirs());
        late.finishWork();
        assertThat(model.preview().get()).extracting(ResolvePreview::conflict).isEqualTo(known());
        assertThat(model.preview().get())
                .allMatch(outcome ->
                        outcome.effect() instanceof Effect.Sets(var field, var _, var _) && field.equals("title"));
        assertThat(late.library().conflicts().count()).isEqualTo(3);
        model.leavePreview();
        assertThat(model.preview().get()).isEmpty();
    }

    @Test
    void allAreResolvedAsItWasShownAndAllOpenedAgain() {
        var river = disputed("River");
        var hill = disputed("Hill");
        refresh();
        open(0);
        model.previewAll(new Choice.Theirs());
        late.finishWork();
        model.applyAll();
        late.finishWork();
        assertThat(List.of(title(river), title(hill))).containsExactly("River there", "Hill there");
        assertThat(known()).isEmpty();
        model.undo();
        late.finishWork();
        assertThat(List.of(title(river), title(hill))).containsExactly("River here", "Hill here");
        assertThat(known()).hasSize(2);
    }

    @Test
    void whatComesAfterThePreviewIsNotResolvedWithIt() {
        disputed("River", "Hill", "Lake");
        open(0);
        model.previewAll(new Choice.Theirs());
        late.finishWork();
        resolveElsewhere(known().getFirst());
        var later = disputed("Garden");
        model.applyAll();
        late.finishWork();
        assertThat(known()).extracting(known -> known.subject().record().id()).containsExactly(later.text());
        assertThat(model.news().get())
                .isInstanceOfSatisfying(
                        News.Resolved.class,
                        resolved -> assertThat(resolved.conflicts()).hasSize(2));
    }

    @Test
    void whatIsAppliedIsWhatIsShownThoughAnotherPreviewWasAskedFor() {
        var river = disputed("River");
        disputed("Hill");
        refresh();
        open(0);
        model.previewAll(new Choice.Theirs());
        late.finishWork();
        model.previewAll(new Choice.Mine());
        model.applyAll();
        late.finishWork();
        assertThat(title(river)).isEqualTo("River there");
        assertThat(model.preview().get()).isEmpty();
    }

    @Test
    void ofTwoPreviewsTheLastOneAskedForIsShownAndApplied() {
        var river = disputed("River");
        disputed("Hill");
        refresh();
        open(0);
        model.previewAll(new Choice.Theirs());
        var theirs = late.work().remove();
        model.previewAll(new Choice.Mine());
        late.finishWork();
        theirs.run();
        model.applyAll();
        late.finishWork();
        assertThat(title(river)).isEqualTo("River here");
    }

    @Test
    void aPreviewThatComesAfterItWasLeftIsNotShown() {
        disputed("River", "Hill", "Lake");
        open(0);
        model.previewAll(new Choice.Theirs());
        model.leavePreview();
        late.finishWork();
        assertThat(model.preview().get()).isEmpty();
    }

    @Test
    void aPreviewThatComesAfterThePersonWentOnIsNotShown() {
        disputed("River", "Hill", "Lake");
        open(0);
        model.previewAll(new Choice.Theirs());
        model.next();
        late.finishWork();
        assertThat(model.preview().get()).isEmpty();
    }

    @Test
    void afterAChoiceThatComesTooLateTheNextConflictIsShown() {
        disputed("River", "Hill", "Lake");
        open(0);
        resolveElsewhere(shown());
        choose(new Choice.Theirs());
        assertThat(model.news().get()).isInstanceOf(News.Failed.class);
        assertThat(shown().subject().title()).isEqualTo("Hill here");
    }

    @Test
    void aChoiceThatComesTooLateLeavesTheConflictOpenedMeanwhile() {
        disputed("River", "Hill", "Lake");
        open(0);
        resolveElsewhere(shown());
        model.choose(new Choice.Theirs());
        var looked = known().getLast();
        model.open(looked);
        late.finishWork();
        assertThat(shown()).isEqualTo(looked);
    }
}
