package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidemark.remote.RemoteStore.Creation;

/// The contract of a store that creates atomically, besides that of every store.
///
/// Each kind of such storage extends this with a way to open it.
public abstract class RemoteStoreContract extends SharedStoreContract {
    private static final int RACERS = 32;

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
}
