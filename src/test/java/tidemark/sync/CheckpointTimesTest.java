package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.RecordId;
import tidemark.sync.checkpoint.Checkpoints;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.log.RemoteLog;

/// The times of the last edit, as a device shows them that joined by a checkpoint.
final class CheckpointTimesTest {
    private static final RecordId KEPT = new RecordId("project", "p1");
    private static final RecordId CHANGED = new RecordId("project", "p2");
    private static final RecordId OWN = new RecordId("project", "p3");

    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;
    private Instant changed;

    @TempDir
    Path folder;

    /// Two projects were imported, one of them has been changed since, and a third was made here; then a checkpoint is
    /// written.
    @BeforeEach
    void importedAndChanged() {
        laptop = copies.make(folder, "laptop");
        laptop.set("project", "p1", "title", "Kept");
        laptop.set("project", "p2", "title", "Changed");
        laptop.database.change(sql -> sql.update("UPDATE project SET modified = 2000"));
        laptop.database.change(sql -> sql.update("UPDATE project SET edited = 2000"));
        laptop.set("project", "p3", "title", "Made here");
        laptop.sync();
        clock.advance(Duration.ofHours(2));
        changed = clock.instant();
        laptop.set("project", "p2", "title", "Changed here");
        laptop.sync();
        clock.advance(Duration.ofDays(3));
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private void writeCheckpoint() {
        var context = laptop.context();
        var log = new RemoteLog(store, laptop.database.schema().number());
        new Checkpoints(context, log, new DeviceHints(context)).renew();
    }

    private static long edited(Copy copy, RecordId record) {
        return copy.database
                .read(sql -> sql.number("SELECT edited FROM project WHERE id = ?", record.id()))
                .orElseThrow();
    }

    @Test
    void areThoseOfTheDeviceThatWroteTheCheckpoint() {
        writeCheckpoint();
        var phone = copies.make(folder, "phone");
        phone.sync();
        assertThat(edited(phone, KEPT)).isEqualTo(2000);
        assertThat(edited(phone, CHANGED)).isEqualTo(edited(laptop, CHANGED)).isEqualTo(changed.toEpochMilli());
        assertThat(edited(phone, OWN)).isEqualTo(edited(laptop, OWN)).isLessThan(changed.toEpochMilli());
    }

    /// A record whose newest edit is not sent yet lies in the checkpoint as it was before.
    @Test
    void areNotTheImportedOnesForARecordWithAnUnsentEdit() {
        laptop.set("project", "p2", "title", "Changed again");
        writeCheckpoint();
        var phone = copies.make(folder, "phone");
        phone.sync();
        assertThat(phone.text("project", "p2", "title")).isEqualTo("Changed here");
        assertThat(edited(phone, CHANGED)).isEqualTo(edited(laptop, CHANGED));
    }

    /// An author's clock that is ahead, or a lie.
    @ParameterizedTest
    @ValueSource(strings = {"9000000000000000", "-5", "NULL"})
    void areNeverOutsideOfWhatCanBe(String time) {
        laptop.database.change(sql -> sql.update("UPDATE project SET edited = " + time));
        writeCheckpoint();
        var phone = copies.make(folder, "phone");
        phone.sync();
        assertThat(edited(phone, KEPT)).isEqualTo(2000);
        assertThat(edited(phone, OWN)).isEqualTo(clock.instant().toEpochMilli());
    }
}
