package tidemark.remote.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;

/// A race: several requests that create one name at the same moment, round after round.
final class Race {
    static final int ROUNDS = 20;
    static final int RACERS = 8;
    private static final int LIMIT = 1000;
    private static final long SECONDS_TO_GATHER = 2;

    private final RemoteStore store;
    private final RequestBudget budget;

    Race(RemoteStore store, RequestBudget budget) {
        this.store = store;
        this.budget = budget;
    }

    /// Runs all rounds, and returns how many did not have exactly one winner whose bytes were stored.
    ///
    /// @param scratch takes the names that were used
    int run(String folder, List<ObjectName> scratch) {
        var wrong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var name = new ObjectName(folder + "race-" + round);
            scratch.add(name);
            wrong += hasOneWinner(name) ? 0 : 1;
        }
        return wrong;
    }

    private boolean hasOneWinner(ObjectName name) {
        var start = new CountDownLatch(RACERS);
        var racers = IntStream.range(0, RACERS)
                .mapToObj(racer -> (Callable<Creation>) () -> create(name, racer, start))
                .toList();
        var winners = new ArrayList<Integer>();
        var unknown = new ArrayList<Integer>();
        var ends = budget.runAll(racers);
        for (int racer = 0; racer < RACERS; racer++) {
            switch (end(ends.get(racer))) {
                case WON -> winners.add(racer);
                case LOST -> {}
                case UNKNOWN -> unknown.add(racer);
            }
        }
        // One whose response was lost, or that was told to retry, may have won as well.
        var possible = winners.isEmpty() ? unknown : winners;
        return winners.size() <= 1 && possible.contains(storedRacer(name));
    }

    private Creation create(ObjectName name, int racer, CountDownLatch start) throws InterruptedException {
        start.countDown();
        var _ = start.await(SECONDS_TO_GATHER, TimeUnit.SECONDS);
        return store.create(name, Body.of(Integer.toString(racer).getBytes(UTF_8)), Metadata.NONE);
    }

    private enum End {
        WON,
        LOST,
        UNKNOWN
    }

    private static End end(Future<Creation> outcome) {
        if (outcome.isCancelled()) {
            throw new RequestBudget.Exhausted();
        }
        try {
            return outcome.get() == Creation.CREATED ? End.WON : End.LOST;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestBudget.Exhausted exhausted) {
                throw exhausted;
            }
            return End.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestBudget.Exhausted();
        }
    }

    private int storedRacer(ObjectName name) {
        return budget.run(() -> store.get(name, LIMIT)
                .map(object -> new String(object.bytes(), UTF_8))
                .filter(text -> text.matches("\\d"))
                .map(Integer::valueOf)
                .orElse(-1));
    }
}
