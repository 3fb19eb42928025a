package tidemark.remote.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tidemark.remote.Request;
import tidemark.remote.RequestListener;

/// The budget of a probe: requests are allowed while time and number are left, and the last of both are reserved for
/// cleaning up.
final class RequestBudget implements RequestListener {
    /// Time or requests are used up.
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final int MOST_REQUESTS = 400;
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int FOR_CLEANING = 60;
    private static final Duration TIME_FOR_CLEANING = Duration.ofSeconds(15);
    static final Duration TIME_FOR_TRYING = LONGEST.minus(TIME_FOR_CLEANING);

    private final InstantSource clock;
    private final ExecutorService threads;
    private final Instant began;
    private final AtomicInteger made = new AtomicInteger();
    private volatile int limit = MOST_REQUESTS - FOR_CLEANING;
    private volatile Duration time = TIME_FOR_TRYING;

    RequestBudget(InstantSource clock, ExecutorService threads) {
        this.clock = clock;
        this.threads = threads;
        this.began = clock.instant();
    }

    /// Allows the reserve to be used from now on.
    void openReserve() {
        limit = MOST_REQUESTS;
        time = LONGEST;
    }

    int made() {
        return made.get();
    }

    /// Runs `work` on another thread while there is time.
    ///
    /// @throws Exhausted when time or requests run out; otherwise what `work` throws
    <T> T run(Callable<T> work) {
        var left = left(); // before the work begins: nobody would end it
        return result(threads.submit(work), left);
    }

    /// Runs all of `work` at once and returns their futures, all done; those that ran out of time are cancelled.
    <T> List<Future<T>> runAll(List<Callable<T>> work) {
        try {
            return threads.invokeAll(work, left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Exhausted();
        }
    }

    private static <T> T result(Future<T> future, Duration left) {
        try {
            return future.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new Exhausted();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new Exhausted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private Duration left() {
        var left = time.minus(Duration.between(began, clock.instant()));
        if (left.isNegative() || left.isZero()) {
            throw new Exhausted();
        }
        return left;
    }

    @Override
    public void requested(Request request) {
        if (made.incrementAndGet() > limit) {
            made.decrementAndGet();
            throw new Exhausted();
        }
    }

    @Override
    public void sent(long bytes) {
        // only the number of requests is limited
    }

    @Override
    public void received(long bytes) {
        // only the number of requests is limited
    }
}
