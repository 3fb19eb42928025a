package tidemark.files;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.FaultyStore;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.SteppedClock;

/// Two devices with files, one of them behind a network with faults, and a clock that moves when told to.
abstract class WithTwoDevices {
    final MemoryStore store = new MemoryStore();
    final FaultyStore network = new FaultyStore(store, FaultPlan.none());
    final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    FileDevice laptop;
    FileDevice desk;

    @BeforeEach
    void open() {
        laptop = new FileDevice(folder, "laptop", network, clock);
        desk = new FileDevice(folder, "desk", store, clock);
    }

    @AfterEach
    void close() {
        laptop.close();
        desk.close();
    }

    void send() {
        laptop.copy.sync();
        laptop.move();
        laptop.copy.sync();
    }

    static TransferSettings limits(OptionalLong up, OptionalLong down) {
        return new TransferSettings(FetchPolicy.STANDARD, OptionalLong.empty(), up, down, false);
    }
}
