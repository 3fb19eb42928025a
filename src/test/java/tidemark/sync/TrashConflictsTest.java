package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.isTrashed;
import static tidemark.sync.Pair.onlyConflict;
import static tidemark.sync.Pair.restore;
import static tidemark.sync.Pair.trash;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.library.records.ProjectId;
import tidemark.merge.Rule;

/// Records trashed or purged on one device and edited on another, which come back; those trashed on both stay in the
/// trash.
final class TrashConflictsTest extends WithWork {
    @Test
    void whatIsTrashedThereAndEditedHereComesBack() {
        trash(laptop, "note", "n1");
        desk.set("note", "n1", "title", "Bottles");
        pair.sync();
        assertThat(isTrashed(laptop, "note", "n1")).isFalse();
        assertThat(rule(laptop)).isEqualTo(Rule.TRASH_EDIT);
    }

    @Test
    void whatIsEditedThereAndTrashedHereComesBack() {
        laptop.set("note", "n1", "title", "Bottles");
        trash(desk, "note", "n1");
        pair.sync();
        assertThat(isTrashed(laptop, "note", "n1")).isFalse();
        assertThat(laptop.text("note", "n1", "title")).isEqualTo("Bottles");
        assertThat(rule(desk)).isEqualTo(Rule.TRASH_EDIT);
    }

    @Test
    void aTrashedProjectComesBackWhenANoteInItWasEdited() {
        trash(laptop, "project", "p1");
        desk.set("note", "n1", "body", "a\nb\nC\n");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(onlyConflict(laptop).subject().record().table()).isEqualTo("project");
    }

    @Test
    void aTrashedProjectComesBackWhenANoteWasAddedInIt() {
        trash(laptop, "project", "p1");
        desk.set("note", "n2", "project", "p1", "title", "New");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(laptop.text("note", "n2", "title")).isEqualTo("New");
        assertThat(onlyConflict(laptop).subject().record().id()).isEqualTo("p1");
        assertThat(rule(laptop)).isEqualTo(Rule.TRASH_EDIT);
    }

    @Test
    void aTrashedProjectComesBackWhenAFileWasAddedInIt() {
        trash(laptop, "project", "p1");
        desk.set("file", "f1", "project", "p1", "name", "map.png");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(onlyConflict(laptop).subject().record().id()).isEqualTo("p1");
    }

    @Test
    void aTrashedCollectionComesBackWhenACollectionWasAddedInIt() {
        trash(laptop, "collection", "c1");
        desk.set("collection", "c3", "name", "New", "parent", "c1");
        pair.sync();
        assertThat(isTrashed(laptop, "collection", "c1")).isFalse();
        assertThat(onlyConflict(laptop).subject().record().id()).isEqualTo("c1");
    }

    @Test
    void aProjectTrashedHereComesBackWhenANoteWasAddedInItThere() {
        laptop.set("note", "n2", "project", "p1", "title", "New");
        trash(desk, "project", "p1");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(rule(laptop)).isEqualTo(Rule.TRASH_EDIT);
    }

    @Test
    void whatWasAddedAndTrashedAgainDoesNotBringItsProjectBack() {
        trash(laptop, "project", "p1");
        desk.set("note", "n2", "project", "p1", "title", "New");
        trash(desk, "note", "n2");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isTrue();
        noConflict();
    }

    @Test
    void aProjectTrashedHereComesBackWhenANoteInItWasEditedThere() {
        laptop.set("note", "n1", "body", "a\nb\nC\n");
        trash(desk, "project", "p1");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(rule(laptop)).isEqualTo(Rule.TRASH_EDIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "file"})
    void aProjectTrashedThereComesBackWhenSomethingNewWasPutIntoItHere(String table) {
        trash(laptop, "project", "p1");
        desk.set(table, "new", "project", "p1");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(isTrashed(desk, "project", "p1")).isFalse();
        assertThat(laptop.ids(table)).contains("new");
        assertThat(rule(laptop)).isEqualTo(Rule.TRASH_EDIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "file"})
    void aProjectTrashedHereComesBackWhenSomethingNewWasPutIntoItThere(String table) {
        laptop.set(table, "new", "project", "p1");
        trash(desk, "project", "p1");
        pair.sync();
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
        assertThat(isTrashed(desk, "project", "p1")).isFalse();
        assertThat(rule(desk)).isEqualTo(Rule.TRASH_EDIT);
    }

    @Test
    void whatBothTrashedStaysInTheTrash() {
        trash(laptop, "note", "n1");
        trash(desk, "note", "n1");
        pair.sync();
        assertThat(isTrashed(laptop, "note", "n1")).isTrue();
        noConflict();
    }

    @Test
    void whatIsPurgedThereAndEditedHereIsBackOnBoth() {
        laptop.purge("project", "p1");
        desk.set("note", "n1", "title", "Bottles");
        pair.sync();
        assertThat(laptop.text("note", "n1", "title")).isEqualTo("Bottles");
        assertThat(laptop.text("project", "p1", "title")).isEqualTo("River");
        assertThat(rule(laptop)).isEqualTo(Rule.PURGE_EDIT);
    }

    @Test
    void whatIsEditedThereAndPurgedHereIsBackOnBoth() {
        laptop.set("note", "n1", "title", "Bottles");
        desk.purge("project", "p1");
        pair.sync();
        assertThat(laptop.text("note", "n1", "title")).isEqualTo("Bottles");
        assertThat(desk.text("project", "p1", "title")).isEqualTo("River");
        assertThat(rule(laptop)).isEqualTo(Rule.PURGE_EDIT);
    }

    @Test
    void aNoteAddedToAPurgedProjectBringsItBack() {
        laptop.purge("project", "p1");
        desk.set("note", "n2", "project", "p1", "title", "New");
        pair.sync();
        assertThat(laptop.ids("note")).contains("n2");
        assertThat(laptop.text("project", "p1", "title")).isEqualTo("River");
    }

    @Test
    void aRestoreAgainstAnEmptiedTrashBringsBackAllThatWasInIt() {
        laptop.set("note", "n2", "project", "p1", "title", "Second");
        trash(laptop, "project", "p1");
        pair.sync();
        laptop.library().trash().empty();
        restore(desk, "project", "p1");
        pair.sync();
        assertThat(laptop.ids("note")).containsExactly("n1", "n2");
        assertThat(laptop.text("note", "n1", "body")).isEqualTo("a\nb\nc\n");
        assertThat(isTrashed(laptop, "project", "p1")).isFalse();
    }

    @Test
    void aTrashThatWasEmptiedAgainstARestoreBringsBackAllThatWasInIt() {
        trash(laptop, "project", "p1");
        pair.sync();
        restore(laptop, "project", "p1");
        desk.library().trash().empty();
        pair.sync();
        assertThat(laptop.ids("note")).containsExactly("n1");
        assertThat(isTrashed(desk, "project", "p1")).isFalse();
    }

    @Test
    void aLabelPurgedThereAndPutOnAProjectHereComesBack() {
        var label = laptop.library().labels().add(new ProjectId("p1"), "urgent");
        laptop.set("project", "p2", "title", "Kitchen");
        pair.sync();
        laptop.library().labels().delete(label.id());
        desk.library().labels().add(new ProjectId("p2"), "urgent");
        pair.sync();
        assertThat(laptop.library().labels().of(new ProjectId("p2"))).hasSize(1);
    }
}
