package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.onlyConflict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.schema.LibrarySchema;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.format.Device;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.UniqueName;

/// Who wrote a version, and when.
final class AuthorsTest extends WithWork {
    @Test
    void bothVersionsOfAConflictBearTheTimeOfTheirEdit() {
        laptop.set("project", "p1", "title", "Stream");
        var there = edited(laptop);
        pair.pass(Duration.ofHours(1));
        desk.set("project", "p1", "title", "Brook");
        var here = edited(desk);
        pair.pass(Duration.ofHours(1));
        pair.sync();
        var conflict = onlyConflict(laptop);
        assertThat(conflict.mine().at()).contains(here);
        assertThat(conflict.theirs().at()).contains(there);
    }

    /// What came in between has its own time.
    @Test
    void aMergeBeforeItDoesNotChangeTheTimeOfAnEdit() {
        desk.set("project", "p1", "title", "Brook");
        var here = edited(desk);
        pair.pass(Duration.ofHours(1));
        laptop.set("project", "p1", "due", "2027-01-01");
        laptop.sync();
        pull(desk);
        pair.pass(Duration.ofHours(1));
        laptop.set("project", "p1", "title", "Stream");
        pair.sync();
        assertThat(onlyConflict(laptop).mine().at()).contains(here);
    }

    @Test
    void thereIsNoTimeOfAnEditThatIsNotKnown() {
        laptop.set("project", "p1", "title", "Stream");
        laptop.sync();
        desk.purge("project", "p1");
        pair.syncUntilEqual();
        assertThat(onlyConflict(laptop).mine().at()).isEmpty();
        assertThat(onlyConflict(laptop).theirs().at()).isPresent();
    }

    private void pull(Copy device) {
        var next = device.position().version().next();
        var found = (RemoteLog.Entry.Found) new RemoteLog(device.counted, LibrarySchema.CURRENT.number()).read(next);
        new BatchApplier(device.database, () -> device.context().localSide()).apply(found);
    }

    private static Instant edited(Copy device) {
        return Instant.ofEpochMilli(device.database.read(
                sql -> sql.number("SELECT edited FROM project WHERE id = 'p1'").orElseThrow()));
    }

    @Test
    void aNameThatAnotherDeviceHasGetsANumber() {
        laptop.set("project", "p1", "title", "Stream");
        pair.sync();
        var newcomer = new Device("0123", "laptop");
        assertThat(name(newcomer)).isEqualTo("laptop (2)");
        assertThat(name(new Device("laptop", "laptop"))).isEqualTo("laptop");
        assertThat(name(new Device("0123", "tablet"))).isEqualTo("tablet");
    }

    @Test
    void theNameOfABatchThatComesNextIsTakenToo() {
        var name = desk.database.read(sql -> UniqueName.of(sql, new Device("0123", "vm"), new Device("4567", "vm"))
                .name());
        assertThat(name).isEqualTo("vm (2)");
    }

    private String name(Device device) {
        return Optional.of(desk.database.read(sql -> UniqueName.of(sql, device, device)))
                .map(Device::name)
                .orElseThrow();
    }
}
