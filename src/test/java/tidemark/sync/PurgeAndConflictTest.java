package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.trash;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.conflict.ConflictPolicy;
import tidemark.merge.Rule;

/// Records that one device deletes for good while the other meets a conflict in them: what nobody who deleted them can
/// have seen is kept.
final class PurgeAndConflictTest extends WithWork {
    /// Both give the project a title, and the laptop's stands in the log. The desk's yields to it.
    private void twoTitles() {
        laptop.set("project", "p1", "title", "Stream");
        laptop.sync();
        desk.set("project", "p1", "title", "Brook");
    }

    private void purge(Copy device) {
        trash(device, "project", "p1");
        device.purge("note", "n1");
        device.purge("project", "p1");
    }

    private void isThereWithBothTitles() {
        for (var device : new Copy[] {laptop, desk}) {
            assertThat(device.text("project", "p1", "title")).isEqualTo("Stream");
            assertThat(device.text("note", "n1", "title")).isEqualTo("Samples");
            assertThat(device.library().conflicts().resolved())
                    .flatExtracting(conflict -> List.of(conflict.mine(), conflict.theirs()))
                    .extracting(version -> version.value().text("title").orElse(""))
                    .contains("Stream", "Brook");
        }
    }

    @Test
    void whatIsDeletedHereComesBackWithAConflictThatNobodyHereHasSeen() {
        twoTitles();
        desk.sync(ConflictPolicy.THEIRS);
        purge(laptop);
        pair.syncUntilEqual();
        isThereWithBothTitles();
        assertThat(rule(laptop)).isEqualTo(Rule.PURGE_EDIT);
    }

    @Test
    void whatIsDeletedThereStaysWhereAConflictAboutItIsNotSentYet() {
        twoTitles();
        purge(laptop);
        laptop.sync();
        desk.sync(ConflictPolicy.THEIRS);
        pair.syncUntilEqual();
        isThereWithBothTitles();
    }

    @Test
    void aConflictThatWasSeenBeforeTheDeletionGoesWithIt() {
        twoTitles();
        desk.sync(ConflictPolicy.THEIRS);
        laptop.sync();
        purge(laptop);
        pair.syncUntilEqual();
        assertThat(laptop.ids("project")).isEmpty();
        assertThat(laptop.conflicts()).isEmpty();
    }
}
