package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import tidemark.library.Conflict;
import tidemark.library.records.LibraryId;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.RecordId;

/// Two devices of one person, *laptop* and *desk*, on one store. The desk's clock is a year behind.
final class Pair implements AutoCloseable {
    private final MemoryStore store = new MemoryStore();
    final SteppedClock clock = new SteppedClock();
    private final SteppedClock slow = new SteppedClock(clock.instant().minus(Duration.ofDays(365)));
    final Copy laptop;
    final Copy desk;

    Pair(Path folder) {
        laptop = new Copy(folder, "laptop", store, clock, new Random(1));
        desk = new Copy(folder, "desk", store, slow, new Random(2));
    }

    void pass(Duration time) {
        clock.advance(time);
        slow.advance(time);
    }

    /// Syncs both: the laptop's work is first in the log, the desk merges it; then both hold the same.
    void sync() {
        laptop.sync();
        desk.sync();
        syncUntilEqual();
    }

    void syncUntilEqual() {
        for (int i = 0; i < 2; i++) {
            laptop.sync();
            desk.sync();
        }
        assertThat(laptop.position()).isEqualTo(desk.position());
        assertThat(laptop.rows()).isEqualTo(desk.rows());
        assertThat(laptop.recomputedHash()).isEqualTo(laptop.position().state());
        assertThat(laptop.pending() + desk.pending()).isZero();
        assertThat(laptop.library().conflicts().open())
                .hasSameSizeAs(desk.library().conflicts().open());
    }

    /// The one open conflict, as this device sees it.
    static Conflict onlyConflict(Copy device) {
        assertThat(device.library().conflicts().open()).hasSize(1);
        return device.library().conflicts().open().getFirst();
    }

    static void trash(Copy device, String table, String id) {
        device.library().trash().put(List.of(LibraryId.of(new RecordId(table, id))));
    }

    static void restore(Copy device, String table, String id) {
        device.library().trash().restore(List.of(LibraryId.of(new RecordId(table, id))));
    }

    static boolean isTrashed(Copy device, String table, String id) {
        return device.find(table, id).orElseThrow().get("trashed_at").isPresent();
    }

    @Override
    public void close() {
        laptop.close();
        desk.close();
    }
}
