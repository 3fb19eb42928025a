package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.onlyConflict;
import static tidemark.sync.Pair.trash;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectId;
import tidemark.merge.Rule;

/// The concurrent work of two devices, rule by rule.
final class ConcurrentEditsTest extends WithWork {
    @Test
    void differentLinesOfOneNoteAreMergedAndNoted() {
        laptop.set("note", "n1", "body", "A\nb\nc\n");
        desk.set("note", "n1", "body", "a\nB\nc\n");
        pair.sync();
        assertThat(laptop.text("note", "n1", "body")).isEqualTo("A\nB\nc\n");
        noConflict();
        var merges = desk.library().merges().recent(new ProjectId("p1"));
        assertThat(merges).singleElement().satisfies(merge -> {
            assertThat(merge.device()).isEqualTo("laptop");
            assertThat(merge.rule()).isEqualTo(Rule.TEXT);
            assertThat(merge.versions().mine().text("body")).hasValue("a\nB\nc\n");
            assertThat(merge.versions().theirs().text("body")).hasValue("A\nb\nc\n");
        });
    }

    @Test
    void aMergeThatIsUndoneLeavesMineAndWhatWasWrittenSince() {
        laptop.set("note", "n1", "body", "A\nb\nc\n");
        desk.set("note", "n1", "body", "a\nb\nC\n");
        pair.sync();
        desk.set("note", "n1", "body", "A\nb\nC\nlater\n");
        var merge = desk.library().merges().recent(new NoteId("n1")).getFirst();
        assertThat(desk.library().merges().revert(merge)).isTrue();
        pair.syncUntilEqual();
        assertThat(laptop.text("note", "n1", "body")).isEqualTo("a\nb\nC\nlater\n");
    }

    @Test
    void titleHereAndTextThereAreBothTaken() {
        laptop.set("note", "n1", "title", "Bottles");
        desk.set("note", "n1", "body", "a\nb\nC\n");
        pair.sync();
        assertThat(laptop.text("note", "n1", "title")).isEqualTo("Bottles");
        assertThat(laptop.text("note", "n1", "body")).isEqualTo("a\nb\nC\n");
        noConflict();
    }

    @Test
    void theSameChangeOnBothSidesIsNone() {
        laptop.set("project", "p1", "title", "Stream", "summary", "one\n2\nthree\n");
        desk.set("project", "p1", "title", "Stream", "summary", "one\n2\nthree\n");
        pair.sync();
        noConflict();
        assertThat(desk.library().merges().of(new ProjectId("p1"), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void theSameLinesChangedTwiceAreBothKeptWhole() {
        laptop.set("note", "n1", "body", "a\nlow\nc\nd\n");
        desk.set("note", "n1", "body", "A\nhigh\nc\n");
        pair.sync();
        assertThat(laptop.text("note", "n1", "body")).isEqualTo("A\nhigh\nc\nd\n");
        for (var device : new Copy[] {laptop, desk}) {
            var conflict = onlyConflict(device);
            assertThat(conflict.mine().value().text("body")).hasValue("A\nhigh\nc\n");
            assertThat(conflict.theirs().value().text("body")).hasValue("a\nlow\nc\nd\n");
            assertThat(conflict.base().text("body")).hasValue("a\nb\nc\n");
            assertThat(conflict.mine().device()).isEqualTo("desk");
            assertThat(conflict.theirs().device()).isEqualTo("laptop");
        }
    }

    @Test
    void aSecondMeetingJoinsTheOpenConflict() {
        laptop.set("project", "p1", "title", "Stream");
        desk.set("project", "p1", "title", "Brook");
        pair.sync();
        laptop.set("project", "p1", "title", "Creek");
        desk.set("project", "p1", "title", "Rill");
        pair.sync();
        var conflict = onlyConflict(laptop);
        assertThat(conflict.mine().value().text("title")).hasValue("Rill");
        assertThat(conflict.theirs().value().text("title")).hasValue("Creek");
        assertThat(conflict.base().text("title")).hasValue("River");
    }

    @Test
    void oneLabelMadeOnTwoDevicesIsOneLabel() {
        laptop.set("project", "p2", "title", "Kitchen");
        laptop.library().labels().add(new ProjectId("p2"), "Urgent");
        desk.library().labels().add(new ProjectId("p1"), "urgent");
        pair.sync();
        assertThat(laptop.library().labels().all())
                .singleElement()
                .satisfies(label -> assertThat(label.name()).isEqualTo("Urgent"));
        assertThat(laptop.ids("project_label")).hasSize(2);
        noConflict();
    }

    @Test
    void collectionsMovedIntoEachOtherDoNotCloseACycle() {
        laptop.set("collection", "c1", "parent", "c2");
        desk.set("collection", "c2", "parent", "c1");
        pair.sync();
        assertThat(laptop.text("collection", "c1", "parent")).isEqualTo("c2");
        assertThat(laptop.text("collection", "c2", "parent")).isEmpty();
        assertThat(rule(laptop)).isEqualTo(Rule.CYCLE);
        assertThat(onlyConflict(laptop).mine().value().text("parent")).hasValue("c1");
    }

    @Test
    void twoPlacesInTheSameCollectionAreNoConflict() {
        laptop.set("project", "p1", "collection", "c1", "position", "k");
        desk.set("project", "p1", "collection", "c1", "position", "p");
        pair.sync();
        assertThat(laptop.text("project", "p1", "position")).isEqualTo("p");
        noConflict();
    }

    @Test
    void twoCollectionsOfOneProjectAreAConflict() {
        laptop.set("project", "p1", "collection", "c1", "position", "k");
        desk.set("project", "p1", "collection", "c2", "position", "p");
        pair.sync();
        assertThat(laptop.text("project", "p1", "collection")).isEqualTo("c2");
        assertThat(rule(laptop)).isEqualTo(Rule.PARENT);
    }

    @Test
    void conflictsGoWithTheRecordThatIsPurged() {
        laptop.set("project", "p1", "title", "Stream");
        desk.set("project", "p1", "title", "Brook");
        pair.sync();
        trash(laptop, "project", "p1");
        laptop.library().trash().empty();
        pair.sync();
        assertThat(desk.conflicts()).isEmpty();
        assertThat(desk.ids("project")).isEmpty();
    }

    @Test
    void thereIsNeverAConflictAboutAConflict() {
        laptop.set("project", "p1", "title", "Stream");
        desk.set("project", "p1", "title", "Brook");
        pair.sync();
        laptop.set("project", "p1", "title", "Creek");
        laptop.sync();
        desk.library().conflicts().resolve(onlyConflict(desk), new Choice.Theirs());
        pair.sync();
        assertThat(laptop.library().conflicts().open())
                .extracting(Conflict::subject)
                .noneMatch(subject -> subject.record().table().equals("conflict"));
    }
}
