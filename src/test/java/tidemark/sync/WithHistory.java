package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.state.Progress;

/// Two devices in sync by a log of some batches, whose history may be emptied.
abstract class WithHistory {
    final MemoryStore store = new MemoryStore();
    final SteppedClock clock = new SteppedClock();
    final Copies copies = new Copies(store, clock);
    Copy laptop;
    Copy desk;

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

    Copy copy(String name) {
        return copies.make(folder, name);
    }

    static void edit(Copy device, String title) {
        device.set("project", "p1", "title", title);
        device.sync();
    }

    static SyncResult truncate(Copy device) {
        return device.engine.emptyHistory(Progress.NONE);
    }

    void same(Copy... devices) {
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
}
