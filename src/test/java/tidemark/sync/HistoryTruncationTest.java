package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.StoreDouble;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Progress;

/// Truncation of the history: what was once written can no longer be read there, and no device loses an edit by it.
final class HistoryTruncationTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;
    private Copy desk;

    @TempDir
    Path folder;

    @BeforeEach
    void twoDevicesInSync() {
        laptop = copy("laptop");
        desk = copy("desk");
        for (int i = 0; i < 4; i++) {
            edit(laptop, "Secret " + i);
        }
        desk.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    private static void edit(Copy device, String title) {
        device.set("project", "p1", "title", title);
        device.sync();
    }

    private static SyncResult truncate(Copy device) {
        return device.engine.emptyHistory(Progress.NONE);
    }

    private void same(Copy... devices) {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(11));
            for (var device : devices) {
                assertThat(device.sync()).isInstanceOf(SyncResult.UpToDate.class);
            }
        }
        for (var device : devices) {
            assertThat(device.position()).isEqualTo(laptop.position());
            assertThat(device.rows()).isEqualTo(laptop.rows());
            assertThat(device.recomputedHash()).isEqualTo(laptop.position().state());
            assertThat(device.pending()).isZero();
        }
    }

    private boolean isTombstone(long version) {
        var bytes = store.get(new Version(version).objectName(), 1 << 20)
                .orElseThrow()
                .bytes();
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("tidemark-emptied ");
    }

    @Test
    void everyBatchUpToTheBaseIsAMarkerAndNoLaterOne() {
        truncate(laptop);
        assertThat(laptop.position().version()).isEqualTo(new Version(5));
        for (long version = 1; version <= 4; version++) {
            assertThat(isTombstone(version)).isTrue();
        }
        assertThat(isTombstone(5)).isFalse();
        assertThat(store.list("checkpoints/", Optional.empty(), 10)).hasSize(1);
        same(laptop, desk);
    }

    @Test
    void itIsEmptiedAgainAndOnlyTheNewestBaseStays() {
        truncate(laptop);
        edit(laptop, "Plain");
        desk.sync();
        truncate(desk);
        assertThat(isTombstone(6)).isTrue();
        assertThat(isTombstone(7)).isFalse();
        assertThat(store.list("checkpoints/", Optional.empty(), 10)).hasSize(1);
        same(laptop, desk);
    }

    @Test
    void aDeviceFarBehindGoesOnFromTheBaseWithItsUnsentEdits() {
        edit(laptop, "Secret 5");
        edit(laptop, "Plain");
        desk.set("project", "p1", "summary", "Written on a plane");
        desk.set("project", "p2", "title", "New");
        truncate(laptop);
        edit(laptop, "Plainer");
        same(laptop, desk);
        assertThat(laptop.text("project", "p1", "summary")).isEqualTo("Written on a plane");
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("New");
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Plainer");
    }

    @Test
    void aNewDeviceBeginsAtTheBaseEvenWithoutACheckpoint() {
        truncate(laptop);
        store.delete(Layout.CHECKPOINT);
        edit(laptop, "Plain");
        store.delete(Layout.CHECKPOINT);
        same(laptop, copy("phone"));
    }

    @Test
    void aStalledWriterCollidesAndSendsItsEditAgain() {
        desk.set("project", "p2", "title", "Stalled");
        desk.network.follow(FaultPlan.script(Fault.HELD_BACK));
        assertThatThrownBy(desk::sync).isInstanceOf(Unavailable.class);
        edit(laptop, "Plain");
        truncate(laptop);
        desk.network.deliverAll();
        assertThat(isTombstone(5)).isTrue();
        same(laptop, desk);
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Stalled");
    }

    @Test
    void aWriterWhoNeverHeardThatItsBatchWasCommittedFindsItInTheBase() {
        desk.set("project", "p2", "title", "Committed");
        desk.network.follow(FaultPlan.script(Fault.ANSWER_LOST, Fault.NEVER_SENT));
        assertThatThrownBy(desk::sync).isInstanceOf(Unavailable.class);
        desk.set("project", "p2", "title", "Edited since");
        laptop.sync();
        truncate(laptop);
        same(laptop, desk);
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Edited since");
        assertThat(laptop.conflicts()).isEmpty();
    }

    @Test
    void anotherDeviceIsQuickerAndTheBaseIsNamedUnderALaterNumber() {
        laptop.network.follow(request -> {
            if (request.toString().contains("CREATE changes/000000000/005")) {
                laptop.network.follow(FaultPlan.none());
                edit(desk, "Quicker");
            }
            return Fault.NONE;
        });
        truncate(laptop);
        assertThat(isTombstone(4)).isTrue();
        assertThat(isTombstone(5)).isFalse();
        same(laptop, desk);
        assertThat(laptop.text("project", "p1", "title")).isEqualTo("Quicker");
        same(laptop, desk, copy("phone"));
    }

    @Test
    void aCrashAnywhereLeavesALogThatEveryoneCanRead() {
        desk.set("project", "p2", "title", "Unsent");
        var isDone = false;
        for (int n = 0; !isDone; n++) {
            assertThat(n).isLessThan(100);
            laptop.network.follow(FaultPlan.throwing(n, Copy.Crash::new));
            try {
                isDone = truncate(laptop) instanceof SyncResult.UpToDate;
            } catch (Copy.Crash e) {
                laptop.restart();
                laptop.network.follow(FaultPlan.none());
                try (var phone = new Copy(folder, "phone" + n, store, clock, new Random(n))) {
                    phone.sync();
                    assertThat(phone.text("project", "p1", "title")).isEqualTo("Secret 3");
                }
            }
        }
        laptop.network.follow(FaultPlan.none());
        same(laptop, desk);
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Unsent");
    }

    @Test
    void markersThatACrashLeftOutArePutWithTheNextRounds() {
        laptop.network.follow(request -> {
            if (request.toString().contains("PUT changes/000000000/003")) {
                throw new Copy.Crash();
            }
            return Fault.NONE;
        });
        assertThatThrownBy(() -> truncate(laptop)).isInstanceOf(Copy.Crash.class);
        laptop.restart();
        laptop.network.follow(FaultPlan.none());
        laptop.sync();
        assertThat(isTombstone(4)).isTrue();
        assertThat(isTombstone(5)).isFalse();
        same(laptop, desk);
    }

    @Test
    void twoDevicesThatEmptyTheHistoryAtOnceLeaveABase() {
        var laptops = snapshots(laptop);
        var desks = snapshots(desk);
        var one = laptops.put(Map.of()).name().value();
        var other = desks.put(Map.of()).name().value();
        laptops.removeAllBut(one);
        desks.removeAllBut(other);
        assertThat(laptops.newestFirst())
                .extracting(snapshot -> snapshot.name().value())
                .containsExactlyInAnyOrder(one, other);

        edit(laptop, "Later");
        var later = laptops.put(Map.of());
        laptops.removeAllBut(later.name().value());
        assertThat(laptops.newestFirst()).containsExactly(later);
    }

    private static Snapshots snapshots(Copy device) {
        var context = device.context();
        return new Snapshots(
                context, new RemoteLog(context.store(), device.database.schema().number()));
    }

    /// A store that keeps other bytes of a snapshot than it was given.
    private final class Forgetful extends StoreDouble {
        Forgetful() {
            super(store);
        }

        @Override
        public void put(ObjectName name, Body body, Metadata metadata) {
            var isSnapshot = name.value().startsWith(Snapshot.FOLDER);
            inner.put(name, isSnapshot ? Body.of(new byte[8192]) : body, metadata);
        }
    }

    @Test
    void aSnapshotThatIsNotKeptAsItWasWrittenEmptiesNothing() {
        try (var phone = new Copy(folder, "phone", new Forgetful(), clock, new Random(7))) {
            phone.sync();
            var before = store.list("changes/", Optional.empty(), 100);
            assertThatThrownBy(() -> truncate(phone)).isInstanceOf(Unavailable.class);
            assertThat(phone.position()).isEqualTo(laptop.position());
            for (var name : before) {
                assertThat(BatchFormat.unzipped(
                                name, store.get(name, 1 << 20).orElseThrow().bytes()))
                        .isNotEmpty();
            }
            assertThat(store.list("changes/", Optional.empty(), 100)).isEqualTo(before);
        }
        same(laptop, desk, copy("tablet"));
    }

    /// A connection that cuts large objects short, always at the same byte.
    private final class CutShort extends StoreDouble {
        private boolean cuts;

        CutShort() {
            super(store);
        }

        @Override
        public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
            if (!cuts || !name.value().startsWith(Snapshot.FOLDER)) {
                return inner.get(name, to, limit);
            }
            var whole = inner.get(name, limit).orElseThrow();
            try {
                to.write(whole.bytes(), 0, 4096);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Optional.of(whole.info());
        }
    }

    @Test
    void aBaseThatIsCutShortOnItsWayIsNoSignThatTheRemoteWentBack() {
        var connection = new CutShort();
        try (var phone = new Copy(folder, "phone", connection, clock, new Random(7))) {
            phone.sync();
            edit(laptop, "Plain");
            truncate(laptop);
            connection.cuts = true;
            assertThatThrownBy(phone::sync)
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("neither time as it was");
            connection.cuts = false;
            same(laptop, desk, phone);
        }
    }
}
