package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;

/// Truncation of the history: what was once written can no longer be read there, and no device loses an edit by it.
final class HistoryTruncationTest extends WithHistory {
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
}
