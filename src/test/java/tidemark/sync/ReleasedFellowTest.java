package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.records.ProjectId;
import tidemark.sync.state.Progress;

/// A device with the program of 0.1.0 and one of today in the same folder remote.
final class ReleasedFellowTest extends WithReleased {
    @Test
    void editsGoBothWaysAndTheFieldsOfTodayStay() {
        old.edit("UPDATE project SET summary = replace(summary, 'line', 'row') WHERE id = 'p1'");
        old.edit("UPDATE note SET title = 'Gauges' WHERE id = 'n1'");
        old.edit("INSERT INTO project (id, title) VALUES ('p2', 'Kitchen')");
        desk.set("note", "n1", "body", "Written today\n");
        bothHoldTheSame(old);
        assertThat(desk.text("note", "n1", "title")).isEqualTo("Gauges");
        assertThat(old.list("SELECT body FROM note")).containsExactly("Written today\n");
        assertThat(desk.text("project", "p2", "title")).isEqualTo("Kitchen");
        fieldsOfTodayAreThere();
    }

    @Test
    void theFieldsOfTodayAreUnknownToItAndChangeWithoutIt() {
        old.edit("UPDATE project SET title = 'Upper river' WHERE id = 'p1'");
        desk.set("project", "p1", "path", "Plans/Upper.md");
        bothHoldTheSame(old);
        assertThat(desk.text("project", "p1", "path")).isEqualTo("Plans/Upper.md");
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Upper river");
    }

    @Test
    void bothSeeAConflictAndEitherResolvesIt() {
        old.edit("UPDATE project SET title = 'By 0.1.0' WHERE id = 'p1'");
        desk.set("project", "p1", "title", "By today");
        bothHoldTheSame(old);
        assertThat(old.list("SELECT field FROM conflict WHERE resolution IS NULL"))
                .containsExactly("title");
        var conflict = desk.library().conflicts().open();
        desk.library().conflicts().resolveAll(conflict, new tidemark.conflict.Choice.Theirs());
        bothHoldTheSame(old);
        assertThat(old.list("SELECT id FROM conflict WHERE resolution IS NULL")).isEmpty();
        fieldsOfTodayAreThere();
    }

    /// It refuses by itself wherever it keeps a field that it does not know, whatever the record: an imported record
    /// has such fields.
    @Test
    void besideImportedRecordsItEmptiesNoTrashAndSaysWhy() {
        old.putInTrash("p1");
        assertThatThrownBy(old::emptyTrash)
                .hasMessageContaining("A newer Tidemark has stored something here")
                .hasMessageContaining("empty the trash on the one that is up to date");
        bothHoldTheSame(old);
        assertThat(desk.ids("project")).containsExactly("p1");
        fieldsOfTodayAreThere();
        desk.library().trash().empty();
        bothHoldTheSame(old);
        assertThat(old.list("SELECT id FROM project UNION SELECT id FROM parked"))
                .isEmpty();
    }

    @Test
    void itEmptiesItsTrashOfWhatTodaysDeviceMade() {
        desk.set("project", "p2", "title", "Kitchen");
        desk.set("note", "n2", "project", "p2", "title", "Tiles");
        desk.library().trash().put(List.of(new ProjectId("p1")));
        desk.library().trash().empty();
        bothHoldTheSame(old);
        old.putInTrash("p2");
        old.emptyTrash();
        bothHoldTheSame(old);
        assertThat(desk.ids("project")).isEmpty();
        assertThat(desk.ids("note")).isEmpty();
    }

    @Test
    void itsEmptiedTrashMeetsAnEditOfToday() {
        desk.purge("project", "p1");
        desk.set("project", "p2", "title", "Kitchen");
        desk.set("note", "n2", "project", "p2", "title", "Tiles");
        bothHoldTheSame(old);
        old.putInTrash("p2");
        old.emptyTrash();
        desk.set("note", "n2", "title", "Bottles", "path", "Bottles.md");
        bothHoldTheSame(old);
        assertThat(desk.text("note", "n2", "title")).isEqualTo("Bottles");
        assertThat(desk.text("note", "n2", "path")).isEqualTo("Bottles.md");
        assertThat(old.list("SELECT title FROM project")).containsExactly("Kitchen");
    }

    @Test
    void todaysDeviceEmptiesItsTrashOfWhatItMade() {
        old.edit("INSERT INTO project (id, title) VALUES ('p2', 'Kitchen')");
        bothHoldTheSame(old);
        desk.library().trash().put(List.of(new ProjectId("p2"), new ProjectId("p1")));
        desk.library().trash().empty();
        bothHoldTheSame(old);
        assertThat(old.list("SELECT id FROM project")).isEmpty();
    }

    @Test
    void itJoinsFromACheckpointOfToday() {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofHours(2));
            desk.set("project", "p1", "title", "River " + i);
            sync(desk);
        }
        assertThat(remote().resolve("database.sqlite")).exists();
        try (var late = released("late")) {
            sync(late);
            assertThat(late.list("SELECT title FROM project")).containsExactly("River 2");
            late.edit("UPDATE note SET title = 'Bottles'");
            bothHoldTheSame(late);
            fieldsOfTodayAreThere();
        }
    }

    @Test
    void itJoinsAndFollowsAnEmptiedHistory() {
        assertThat(desk.engine.emptyHistory(Progress.NONE)).isInstanceOf(SyncResult.UpToDate.class);
        bothHoldTheSame(old);
        try (var late = released("late")) {
            bothHoldTheSame(late);
            assertThat(late.list("SELECT title FROM note")).containsExactly("Gauge");
        }
        fieldsOfTodayAreThere();
    }

    @Test
    void anUpdateTakesTheFieldsThatItKept() {
        old.edit("UPDATE note SET title = 'Not sent by 0.1.0' WHERE id = 'n1'");
        try (var updated = updated()) {
            assertThat(updated.text("project", "p1", "path")).isEqualTo("Plans/River.md");
            for (int i = 0; i < 2; i++) {
                sync(updated);
                sync(desk);
            }
            Copies.same(updated, desk);
            assertThat(desk.text("note", "n1", "title")).isEqualTo("Not sent by 0.1.0");
            fieldsOfTodayAreThere();
            assertThat(updated.database.fullCheck()).isEmpty();
        }
    }
}
