package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.isTrashed;
import static tidemark.sync.Pair.onlyConflict;
import static tidemark.sync.Pair.trash;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.Conflict;
import tidemark.library.ResolveResult;
import tidemark.library.records.ProjectId;

/// The effect of each choice, on the other device too, and its undoing.
final class ResolutionTest extends WithPair {
    private static final Choice MINE = new Choice.Mine();
    private static final Choice THEIRS = new Choice.Theirs();
    private static final Choice BOTH = new Choice.Both();

    @BeforeEach
    void begin() {
        laptop.set("project", "p1", "title", "River", "summary", "one\ntwo\nthree\n");
        laptop.set("note", "n1", "project", "p1", "title", "Samples", "body", "a\n");
        laptop.library().labels().add(new ProjectId("p1"), "urgent");
        pair.sync();
    }

    private void twoTitles() {
        laptop.set("project", "p1", "title", "Stream");
        desk.set("project", "p1", "title", "Brook");
    }

    private void twoSummaries() {
        laptop.set("project", "p1", "summary", "ONE\nlow\nthree\n");
        desk.set("project", "p1", "summary", "one\nhigh\nthree\nfour\n");
    }

    private static ResolveResult resolve(Copy device, Choice choice) {
        return device.library().conflicts().resolve(onlyConflict(device), choice);
    }

    private static String title(Copy device) {
        return device.text("project", "p1", "title");
    }

    private void isResolved(Copy device, String choice) {
        assertThat(device.library().conflicts().open()).isEmpty();
        assertThat(device.library().conflicts().resolved())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.state())
                        .isInstanceOfSatisfying(
                                Conflict.State.Resolved.class,
                                state -> assertThat(state.choice()).isEqualTo(choice)));
    }

    @Test
    void mineOfTheDeviceThatMergedStays() {
        twoTitles();
        pair.sync();
        resolve(laptop, MINE);
        pair.syncUntilEqual();
        assertThat(title(desk)).isEqualTo("Brook");
        isResolved(desk, "mine");
    }

    @Test
    void theirsReplacesIt() {
        twoTitles();
        pair.sync();
        assertThat(resolve(laptop, THEIRS)).isInstanceOf(ResolveResult.Done.class);
        pair.syncUntilEqual();
        assertThat(title(desk)).isEqualTo("Stream");
        isResolved(desk, "theirs");
    }

    @Test
    void theirsOfATextReplacesOnlyTheLinesThatBothChanged() {
        twoSummaries();
        pair.sync();
        desk.set("project", "p1", "summary", desk.text("project", "p1", "summary") + "later\n");
        resolve(desk, THEIRS);
        pair.syncUntilEqual();
        assertThat(laptop.text("project", "p1", "summary")).isEqualTo("ONE\nlow\nthree\nfour\nlater\n");
    }

    @Test
    void bothMakesASecondRecordWithItsNotesAndLabels() {
        twoTitles();
        pair.sync();
        resolve(laptop, BOTH);
        pair.syncUntilEqual();
        assertThat(title(desk)).isEqualTo("Brook");
        var copy = desk.ids("project").stream()
                .filter(id -> !id.equals("p1"))
                .findFirst()
                .orElseThrow();
        assertThat(desk.text("project", copy, "title")).isEqualTo("Stream (from laptop, 1 Mar)");
        assertThat(desk.text("project", copy, "summary")).isEqualTo("one\ntwo\nthree\n");
        assertThat(desk.ids("note")).hasSize(2);
        assertThat(desk.library().labels().of(new ProjectId(copy))).hasSize(1);
        isResolved(desk, "both");
    }

    @Test
    void bothChosenOnTwoDevicesMakesOneSecondRecord() {
        twoTitles();
        pair.sync();
        resolve(laptop, BOTH);
        resolve(desk, BOTH);
        pair.sync();
        assertThat(desk.ids("project")).hasSize(2);
        assertThat(desk.ids("note")).hasSize(2);
        isResolved(desk, "both");
    }

    @Test
    void aTextOfOnesOwnReplacesWhatStands() {
        twoSummaries();
        pair.sync();
        resolve(laptop, onlyConflict(laptop).merged("ONE\nlow or high\nthree\nfour\n"));
        pair.syncUntilEqual();
        assertThat(desk.text("project", "p1", "summary")).isEqualTo("ONE\nlow or high\nthree\nfour\n");
        isResolved(desk, "merged");
    }

    @Test
    void theirsOfATrashedRecordPutsItIntoTheTrash() {
        trash(laptop, "note", "n1");
        desk.set("note", "n1", "title", "Bottles");
        pair.sync();
        resolve(desk, THEIRS);
        pair.syncUntilEqual();
        assertThat(isTrashed(laptop, "note", "n1")).isTrue();
        desk.library().conflicts().reopen(desk.library().conflicts().resolved().getFirst());
        pair.syncUntilEqual();
        assertThat(isTrashed(laptop, "note", "n1")).isFalse();
    }

    @Test
    void aResolutionCanBeUndoneOnTheOtherDevice() {
        twoTitles();
        pair.sync();
        resolve(laptop, THEIRS);
        pair.syncUntilEqual();
        desk.library().conflicts().reopen(desk.library().conflicts().resolved().getFirst());
        pair.syncUntilEqual();
        assertThat(title(laptop)).isEqualTo("Brook");
        assertThat(onlyConflict(laptop).isOpen()).isTrue();
    }

    @Test
    void whatWasEditedSinceIsNotUndone() {
        twoTitles();
        pair.sync();
        resolve(laptop, THEIRS);
        laptop.set("project", "p1", "title", "Creek");
        laptop.library()
                .conflicts()
                .reopen(laptop.library().conflicts().resolved().getFirst());
        assertThat(title(laptop)).isEqualTo("Creek");
    }

    @Test
    void theSecondRecordGoesIntoTheTrashWhenBothIsUndone() {
        twoTitles();
        pair.sync();
        resolve(laptop, BOTH);
        laptop.library()
                .conflicts()
                .reopen(laptop.library().conflicts().resolved().getFirst());
        pair.syncUntilEqual();
        assertThat(desk.library().trash().list()).hasSize(1);
    }

    @Test
    void ofTwoChoicesTheFirstInTheLogStandsAndTheAuthorOfTheOtherIsTold() {
        twoTitles();
        pair.sync();
        resolve(laptop, THEIRS);
        resolve(desk, onlyConflict(desk).merged("Creek"));
        pair.sync();
        assertThat(title(laptop)).isEqualTo("Stream");
        isResolved(laptop, "theirs");
        assertThat(laptop.library().merges().overruled()).isEmpty();
        assertThat(desk.library().merges().overruled()).singleElement().satisfies(told -> {
            assertThat(told.versions().mine().text("title")).hasValue("Creek");
            assertThat(told.versions().theirs().text("title")).hasValue("Stream");
        });
    }

    @Test
    void aChoiceMadeFromAnOldPictureIsNotCarriedOut() {
        twoTitles();
        pair.sync();
        var seen = onlyConflict(desk);
        resolve(laptop, THEIRS);
        pair.syncUntilEqual();
        assertThat(desk.library().conflicts().resolve(seen, MINE)).isInstanceOf(ResolveResult.Overtaken.class);
        assertThat(title(desk)).isEqualTo("Stream");
    }

    @Test
    void allAreResolvedAlikeAsThePreviewSaid() {
        laptop.set("project", "p2", "title", "Kitchen");
        pair.sync();
        twoTitles();
        laptop.set("project", "p2", "title", "Kitchen, white");
        desk.set("project", "p2", "title", "Kitchen, blue");
        pair.sync();
        var conflicts = laptop.library().conflicts();
        var preview = conflicts.preview(conflicts.open(), THEIRS);
        assertThat(preview).allSatisfy(outcome -> assertThat(outcome.effect()).isInstanceOf(Effect.Sets.class));
        assertThat(conflicts.count()).isEqualTo(2);
        assertThat(conflicts.resolveAll(conflicts.open(), THEIRS))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ResolveResult.Done.class));
        pair.syncUntilEqual();
        assertThat(List.of(title(desk), desk.text("project", "p2", "title")))
                .containsExactly("Stream", "Kitchen, white");
    }

    @Test
    void whatCannotBeDoneIsRefusedAndStaysOpen() {
        laptop.set("collection", "c1", "name", "Work");
        laptop.set("collection", "c2", "name", "Home");
        pair.sync();
        laptop.set("collection", "c1", "parent", "c2");
        desk.set("collection", "c2", "parent", "c1");
        pair.sync();
        assertThat(resolve(laptop, MINE)).isInstanceOf(ResolveResult.Refused.class);
        assertThat(laptop.library().conflicts().count()).isEqualTo(1);
        resolve(laptop, THEIRS);
        pair.syncUntilEqual();
        assertThat(laptop.text("collection", "c1", "parent")).isEqualTo("c2");
    }
}
