package tidemark.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tidemark.bench.Stage;
import tidemark.remote.RemoteStore;

/// The computers of one person, on one storage, under a clock that is moved by hand.
final class Devices implements AutoCloseable {
    private final Stage stage;
    private final Path folder;
    private final RemoteStore store;
    private final List<Copy> copies = new ArrayList<>();
    private final SteppedClock clock = new SteppedClock(Instant.parse("2027-01-01T00:00:00Z"));

    Devices(Stage stage) throws IOException {
        this.stage = stage;
        this.folder = stage.scratch();
        this.store = Stage.store(stage.copyRemote(folder.resolve("remote")));
    }

    /// A device with the whole library, in sync, which has just polled.
    Copy inSync(String name) throws IOException {
        stage.copyLibrary(folder.resolve(name + ".sqlite"));
        var copy = add(new Copy(folder, name, store, clock, new Random(name.hashCode())));
        copy.sync();
        copy.counted.reset();
        return copy;
    }

    /// A device with an empty library, which has never polled.
    Copy fresh(String name) {
        return add(new Copy(folder, name, store, clock, new Random(name.hashCode())));
    }

    /// A device with an empty library, alone with an empty storage.
    Copy alone(String name) {
        return add(
                new Copy(folder, name, new tidemark.remote.memory.MemoryStore(), clock, new Random(name.hashCode())));
    }

    private Copy add(Copy copy) {
        copies.add(copy);
        return copy;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public void close() throws IOException {
        copies.forEach(Copy::close);
        store.close();
        Stage.delete(folder);
    }
}
