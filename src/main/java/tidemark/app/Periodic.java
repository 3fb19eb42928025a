package tidemark.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Work that is done at once when it begins, on a thread of its own, and again after each pause until it is closed.
final class Periodic implements AutoCloseable {
    private final AppCore core;
    private final String name;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);

    // Written by one thread.
    private volatile Optional<Thread> thread = Optional.empty();

    /// @param name of the thread
    Periodic(AppCore core, String name, Duration pause) {
        this.core = core;
        this.name = name;
        this.pause = pause;
    }

    /// Begins, unless it has begun.
    ///
    /// @param again the work after each pause
    void start(Runnable first, Runnable again) {
        if (thread.isEmpty()) {
            thread = Optional.of(core.threads().start(name, () -> run(first, again)));
        }
    }

    private void run(Runnable first, Runnable again) {
        try {
            first.run();
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                again.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the work that is being done.
    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
