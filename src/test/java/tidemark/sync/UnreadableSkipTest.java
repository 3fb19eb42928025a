package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Origin;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.RecordId;
import tidemark.sync.format.Batch;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.BatchWriter;
import tidemark.sync.format.Change;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Device;
import tidemark.sync.format.Version;
import tidemark.sync.state.Progress;

/// A batch that no device can read, as an older program committed it: any device skips it, and nothing that can be read
/// is lost.
final class UnreadableSkipTest {
    private static final Version UNREADABLE = new Version(3);

    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy writer;
    private Copy desk;
    private Copy phone;

    @TempDir
    Path folder;

    /// All are at version 2. The phone has an unsent edit; the writer has an odd row and a plain one on their way.
    @BeforeEach
    void aPoisonedRemote() {
        writer = copies.make(folder, "writer");
        desk = copies.make(folder, "desk");
        phone = copies.make(folder, "phone");
        writer.set("project", "p1", "title", "River");
        Stream.of(writer, desk).forEach(Copy::sync);
        desk.set("note", "n1", "project", "p1", "title", "Gauge");
        desk.sync();
        Stream.of(writer, phone).forEach(Copy::sync);
        phone.set("project", "p1", "summary", "Written on a plane");
        writer.set("project", "", "title", "Odd");
        writer.set("project", "p2", "title", "Kitchen");
        store.create(UNREADABLE.objectName(), Body.of(freezeAsBefore(writer)), Metadata.NONE);
    }

    @AfterEach
    void close() {
        copies.close();
    }

    /// Stores what is pending as outgoing without reading it back, as the first release did, and returns its bytes.
    private byte[] freezeAsBefore(Copy device) {
        var changes = new ArrayList<Change>();
        var state = device.position().state();
        for (var id : List.of("", "p2")) {
            var record = new RecordId("project", id);
            var row = device.find("project", id);
            changes.add(Change.between(record, Optional.empty(), row).orElseThrow());
            state = state.changed(record, Optional.empty(), row);
        }
        var batch = new Batch(
                CommitId.random(new Random(7)),
                new Device("writer", "writer"),
                clock.instant(),
                UNREADABLE,
                device.position().hash(),
                1,
                1,
                state,
                Optional.empty(),
                changes);
        var encoded = BatchFormat.encoded(BatchWriter.json(batch));
        device.database.change(Origin.SYNC, sql -> {
            sql.update(
                    "INSERT INTO outgoing (number, commit_id, hash, body) VALUES (?, ?, ?, ?)",
                    UNREADABLE.number(),
                    batch.commitId().value(),
                    encoded.hash().value(),
                    encoded.bytes());
            sql.update("INSERT INTO outgoing_row (tbl, id, sent) SELECT 'project', id, json_object('title', title)"
                    + " FROM project WHERE id IN ('', 'p2')");
        });
        return encoded.bytes();
    }

    private static SyncResult skip(Copy device) {
        return device.engine.skipUnreadable(Progress.NONE);
    }

    private void allHoldTheSame() {
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(11));
            for (var device : copies.all()) {
                assertThat(device.sync()).isInstanceOf(SyncResult.UpToDate.class);
            }
        }
        var rows = desk.rows();
        assertThat(rows).hasSize(3);
        assertThat(desk.text("project", "p1", "summary")).isEqualTo("Written on a plane");
        assertThat(desk.text("project", "p2", "title")).isEqualTo("Kitchen");
        assertThat(desk.text("note", "n1", "title")).isEqualTo("Gauge");
        for (var device : copies.all()) {
            assertThat(device.position()).isEqualTo(desk.position());
            assertThat(device.recomputedHash()).isEqualTo(desk.position().state());
            assertThat(device.rows()).containsAllEntriesOf(rows);
            assertThat(device.pending()).isEqualTo(device == writer ? 1 : 0);
        }
        assertThat(writer.text("project", "", "title")).isEqualTo("Odd");
    }

    @Test
    void everyDeviceStopsBeforeItUntilItIsSkipped() {
        for (var device : copies.all()) {
            assertThatThrownBy(device::sync).isInstanceOf(Corrupt.class).hasMessageContaining("003.json.gz");
            assertThat(device.position().version()).isEqualTo(new Version(2));
        }
    }

    @Test
    void anotherDeviceSkipsItAndAllGoOnByThemselves() {
        assertThat(skip(desk)).isInstanceOf(SyncResult.UpToDate.class);
        allHoldTheSame();
    }

    @Test
    void theDeviceThatWroteItSkipsIt() {
        assertThat(skip(writer)).isInstanceOf(SyncResult.UpToDate.class);
        allHoldTheSame();
    }

    @Test
    void aDeviceWithUnsentEditsSkipsIt() {
        assertThat(skip(phone)).isInstanceOf(SyncResult.UpToDate.class);
        allHoldTheSame();
    }

    @Test
    void aNewDeviceComesAfterwards() {
        skip(desk);
        copies.make(folder, "tablet");
        allHoldTheSame();
    }

    @Test
    void twoDevicesSkipItAtOnce() {
        phone.network.follow(request -> {
            if (request.toString().contains("CREATE changes/000000000/004")) {
                phone.network.follow(FaultPlan.none());
                skip(desk);
                desk.set("note", "n1", "title", "Gauge");
                desk.sync();
            }
            return Fault.NONE;
        });
        assertThat(skip(phone)).isInstanceOf(SyncResult.UpToDate.class);
        allHoldTheSame();
    }

    @Test
    void aCrashAnywhereIsMendedBySkippingAgain() {
        var isDone = false;
        for (int n = 0; !isDone; n++) {
            assertThat(n).isLessThan(100);
            phone.network.follow(FaultPlan.throwing(n, Copy.Crash::new));
            try {
                isDone = skip(phone) instanceof SyncResult.UpToDate;
            } catch (Copy.Crash e) {
                phone.restart();
                phone.network.follow(FaultPlan.none());
            }
        }
        phone.network.follow(FaultPlan.none());
        allHoldTheSame();
    }

    @Test
    void oneThatWasNeverDeliveredIsNotSentAnyMore() {
        store.delete(UNREADABLE.objectName());
        assertThatThrownBy(writer::sync).isInstanceOf(Corrupt.class);
        assertThat(store.get(UNREADABLE.objectName(), 1 << 20)).isEmpty();
        assertThat(skip(writer)).isInstanceOf(SyncResult.UpToDate.class);
        allHoldTheSame();
    }

    @Test
    void oneThatAnotherDeviceHasReadIsNotSkipped() {
        skip(desk);
        allHoldTheSame();
        desk.set("project", "p3", "title", "Bees");
        clock.advance(Duration.ofHours(2));
        desk.sync();
        var newest = desk.position().version();
        store.put(newest.objectName(), Body.of("torn".getBytes(StandardCharsets.UTF_8)), Metadata.NONE);
        assertThatThrownBy(() -> skip(phone)).isInstanceOf(Denied.class).hasMessageContaining("Another device");
        assertThat(store.get(newest.objectName(), 100).orElseThrow().bytes()).hasSize(4);
    }

    @Test
    void whereEverythingCanBeReadNothingIsSkipped() {
        skip(desk);
        allHoldTheSame();
        var here = desk.position();
        assertThat(skip(desk)).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.position()).isEqualTo(here);
    }
}
