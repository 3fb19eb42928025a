package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidemark.remote.RemoteStore.Creation;

/// What every store promises: about single objects, listings, and what happens at the same time.
///
/// Each kind of storage extends this with a way to open it.
public abstract class RemoteStoreContract extends ListingContract {
    private static final int RACERS = 32;
    private static final int SIZE = 100_000;

    /// How often the race is run; less over a network.
    protected int rounds() {
        return 50;
    }

    @Test
    void ofManyThatCreateAtOnceExactlyOneWinsAndItsBytesStandWhole() throws Exception {
        var stores = List.of(store(), store());
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            for (var round = 0; round < rounds(); round++) {
                var name = name("race/" + round / 10 + "/" + round);
                var outcomes = race(stores, name, threads);
                assertThat(outcomes).as(name.value()).containsOnlyOnce(Creation.CREATED);
                assertThat(stores.getFirst().get(name, LIMIT).orElseThrow().bytes())
                        .isEqualTo(bytesOf(outcomes.indexOf(Creation.CREATED)));
            }
        }
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
                                    .map(RemoteStoreContract::isWhole)
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

    private static List<Creation> race(List<RemoteStore> stores, ObjectName name, ExecutorService threads)
            throws Exception {
        var start = new CyclicBarrier(RACERS);
        var racers = IntStream.range(0, RACERS)
                .mapToObj(i -> (Callable<Creation>) () -> {
                    start.await();
                    return stores.get(i % stores.size()).create(name, Body.of(bytesOf(i)), Metadata.NONE);
                })
                .toList();
        var outcomes = new ArrayList<Creation>();
        for (var outcome : threads.invokeAll(racers)) {
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    private static byte[] bytesOf(int i) {
        var bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) i);
        return bytes;
    }

    private static boolean isWhole(RemoteObject object) {
        assertThat(object.bytes()).isEqualTo(bytesOf(object.bytes()[0]));
        return true;
    }
}
