package tidemark.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tidemark.app.base.Threads;

/// The end of the process, for a command that runs until then: the command is woken, and the process waits for it to
/// close.
final class Shutdown {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Returns when the process is told to end, or the calling thread is interrupted.
    void await(Threads threads) {
        threads.atExit(() -> {
            requested.countDown();
            awaitClosing();
        });
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitClosing() {
        try {
            closed.await(Threads.LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Notes that all is closed: the process may end.
    void closed() {
        closed.countDown();
    }
}
