package tidemark.sync.state;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.Copy;
import tidemark.sync.SteppedClock;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.Device;

/// A test with one device, which sends what it freezes to a store in memory.
abstract class WithCopy {
    @TempDir
    Path folder;

    final SteppedClock clock = new SteppedClock();
    Copy copy;

    @BeforeEach
    final void begin() {
        copy = new Copy(folder, "a", new MemoryStore(), clock, new Random(1));
    }

    @AfterEach
    final void close() {
        copy.close();
    }

    /// The freezing of what the device has to send, within these limits.
    final Freezer freezer(BatchLimits limits) {
        return new Freezer(copy.database, () -> new Device("a", "a"), clock, new Random(2), limits);
    }
}
