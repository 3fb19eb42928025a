package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tidemark.remote.RemoteStore;

/// The devices of one test, on one store; they are closed together.
public final class Copies implements AutoCloseable {
    private final RemoteStore store;
    private final SteppedClock clock;
    private final List<Copy> all = new ArrayList<>();

    /// Devices on this store, none at first.
    public Copies(RemoteStore store, SteppedClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A new device with an empty library, its file in this folder.
    public Copy make(Path folder, String name) {
        var copy = new Copy(folder, name, store, clock, new Random(name.hashCode()));
        all.add(copy);
        return copy;
    }

    List<Copy> all() {
        return all;
    }

    /// Checks that both hold the same at the same version, and that their state hashes are right.
    static void same(Copy a, Copy b) {
        assertThat(a.position()).isEqualTo(b.position());
        assertThat(a.rows()).isEqualTo(b.rows());
        assertThat(a.recomputedHash()).isEqualTo(a.position().state());
        assertThat(b.recomputedHash()).isEqualTo(b.position().state());
    }

    @Override
    public void close() {
        all.forEach(Copy::close);
    }
}
