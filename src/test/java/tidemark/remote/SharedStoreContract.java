package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// The contract of every store: single objects, listings, and what a reader sees while another device writes.
public abstract class SharedStoreContract extends ListingContract {
    private static final int SIZE = 100_000;

    /// The number of attempts at what goes wrong only sometimes; fewer over a network.
    protected int rounds() {
        return 50;
    }

    @Test
    void readersNeverSeeHalfAnObject() throws Exception {
        var writer = store();
        var reader = store();
        var done = new AtomicBoolean();
        var x = name("x");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var reading = threads.submit(() -> {
                var seen = 0;
                while (!done.get() || seen == 0) {
                    seen += reader.get(x, LIMIT)
                                    .map(SharedStoreContract::isWhole)
                                    .orElse(false)
                            ? 1
                            : 0;
                }
                return seen;
            });
            writer.create(x, Body.of(bytesOf(0)), Metadata.NONE);
            for (var i = 1; i < rounds(); i++) {
                writer.put(x, Body.of(bytesOf(i)), Metadata.NONE);
            }
            done.set(true);
            assertThat(reading.get()).isPositive();
        }
    }

    @Test
    void anObjectThatIsAddedAndPromotedIsRead() {
        var store = store();
        store.add(name("claims/1/offered"), body("hello"));
        assertThat(text(store, "claims/1/offered")).contains("hello");
        assertThat(store.list("claims/1/", Optional.empty(), 9)).containsExactly(name("claims/1/offered"));

        store.promote(name("claims/1/offered"), name("changes/1"), body("hello"));
        assertThat(text(store, "changes/1")).contains("hello");
        store.promote(name("claims/1/offered"), name("changes/1"), body("hello"));
        assertThat(text(store(), "changes/1")).contains("hello");
    }

    @Test
    void aFolderIsDeletedWithAllThatIsInIt() {
        var store = store();
        store.add(name("claims/1/a"), body("x"));
        store.add(name("claims/1/b"), body(""));
        store.add(name("claims/11"), body("x"));
        store.deleteFolder(name("claims/1"));
        store.deleteFolder(name("claims/2"));

        assertThat(store.list("claims/", Optional.empty(), 9)).containsExactly(name("claims/11"));
        store.add(name("claims/1/c"), body("y"));
        assertThat(text(store, "claims/1/c")).contains("y");
    }

    static byte[] bytesOf(int i) {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) i);
        return bytes;
    }

    private static boolean isWhole(RemoteObject object) {
        assertThat(object.bytes()).isEqualTo(bytesOf(object.bytes()[0]));
        return true;
    }
}
