package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.RemoteStore;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.state.Detach;

/// The move of all devices to another place, one after the other.
final class NewPlaceTest {
    private final RemoteStore old = new MemoryStore();
    private final RemoteStore other = new MovingStore();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private Copy at(RemoteStore place, String name) {
        return new Copy(
                folder,
                name,
                place,
                clock,
                new Random(name.hashCode() + place.describe().hashCode()));
    }

    private Copy taken(String name) {
        var copy = at(other, name);
        Detach.allow(copy.database, other.describe(), Optional.of(old.describe()));
        return copy;
    }

    @Test
    void aDeviceThatHadNothingYetDoesNotTakeTheLibrarysNameAlong() {
        try (var laptop = at(old, "laptop");
                var desk = at(old, "desk")) {
            laptop.sync();
            desk.sync();
            desk.set("project", "p1", "title", "River");
            desk.sync();
        }
        try (var laptop = taken("laptop");
                var desk = taken("desk")) {
            laptop.sync();
            assertThat(desk.sync()).isEqualTo(new SyncResult.UpToDate(0, 1));
            laptop.sync();
            assertThat(laptop.text("project", "p1", "title")).isEqualTo("River");
        }
    }
}
