package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;

/// Conflicts are looked through while others are resolved and added.
final class ConflictsModelTest extends WithConflicts {
    @Test
    void nothingIsKnownUntilItWasRead() {
        disputed("River");
        assertThat(known()).isEmpty();
        model.openFirst();
        assertThat(model.current().get()).isEmpty();
        model.refresh();
        assertThat(known()).isEmpty();
        late.finishWork();
        assertThat(known()).hasSize(1);
        model.openFirst();
        assertThat(shown()).isEqualTo(known().getFirst());
    }

    @Test
    void openingTheFirstLeavesTheOneOnShow() {
        disputed("River", "Hill", "Lake");
        open(1);
        model.openFirst();
        assertThat(shown()).isEqualTo(known().get(1));
        assertThat(model.number()).isEqualTo(2);
    }

    @Test
    void stepsGoAroundBothEnds() {
        disputed("River", "Hill", "Lake");
        open(2);
        model.next();
        assertThat(model.number()).isEqualTo(1);
        model.previous();
        assertThat(model.number()).isEqualTo(3);
        model.previous();
        assertThat(model.number()).isEqualTo(2);
    }

    @Test
    void whereThereIsNoneAStepGoesNowhere() {
        refresh();
        model.next();
        model.previous();
        model.choose(new Choice.Mine());
        assertThat(model.number()).isZero();
        assertThat(model.alike()).isEmpty();
        assertThat(late.work()).isEmpty();
    }

    @Test
    void afterAChoiceTheNextOneIsShownAndAfterTheLastTheFirst() {
        disputed("River", "Hill", "Lake");
        open(1);
        choose(new Choice.Mine());
        assertThat(shown().subject().title()).isEqualTo("Lake here");
        choose(new Choice.Mine());
        assertThat(shown().subject().title()).isEqualTo("River here");
        choose(new Choice.Mine());
        assertThat(model.current().get()).isEmpty();
    }

    @Test
    void whatThePersonLooksAtStaysOnShowWhenOthersAreResolvedElsewhere() {
        disputed("River", "Hill", "Lake");
        open(1);
        var looked = shown();
        resolveElsewhere(known().getFirst());
        refresh();
        assertThat(shown()).isEqualTo(looked);
        assertThat(model.number()).isEqualTo(1);
    }

    @Test
    void whatIsResolvedElsewhereGivesWayToTheNext() {
        disputed("River", "Hill", "Lake");
        open(1);
        resolveElsewhere(shown());
        refresh();
        assertThat(shown().subject().title()).isEqualTo("Lake here");
    }

    @Test
    void eachChoiceIsForetold() {
        disputed("River");
        refresh();
        assertThat(model.effects().get()).isEqualTo(Effects.NONE);
        open(0);
        var told = model.effects().get();
        assertThat(told.mine()).isInstanceOf(Effect.Stays.class);
        assertThat(told.theirs())
                .isInstanceOfSatisfying(
                        Effect.Sets.class,
                        effect -> assertThat(effect.now().text("title")).contains("River there"));
        assertThat(told.both()).isInstanceOf(Effect.Copies.class);
    }

    @Test
    void whatIsForetoldIsForTheOneOnShow() {
        disputed("River", "Hill", "Lake");
        model.open(known().getFirst());
        var first = late.work().remove();
        open(1);
        var told = model.effects().get();
        first.run();
        assertThat(model.effects().get()).isEqualTo(told);
    }

    @Test
    void onlyConflictsOfTheSameFieldAreAlike() {
        disputed("River", "Hill", "Lake");
        var was = late.library().projects().create(ProjectDetails.titled("Garden"));
        var _ = late.library().projects().save(was, was.details().withStatus(Status.ACTIVE));
        var _ = late.library().projects().save(was, was.details().withStatus(Status.DONE));
        refresh();
        open(0);
        assertThat(model.alike()).isEqualTo(known().subList(0, 3));
        open(3);
        assertThat(model.alike()).isEqualTo(known().subList(3, 4));
    }

    @Test
    void openingAnotherLeavesThePreview() {
        disputed("River", "Hill", "Lake");
        open(0);
        model.previewAll(new Choice.Mine());
        late.finishWork();
        model.next();
        assertThat(model.preview().get()).isEmpty();
    }

    @Test
    void anOlderAnswerDoesNotReplaceANewerOne() {
        var answers = new ArrayDeque<Runnable>();
        model = on(answers::add);
        model.refresh();
        late.finishWork();
        disputed("River");
        model.refresh();
        late.finishWork();
        answers.removeLast().run();
        answers.remove().run();
        assertThat(known()).hasSize(1);
    }
}
