package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The news that contents were sent which rows wait for: told at once, but for many small ones in a row only now and
/// then, since each time costs a batch. Used by several threads.
final class SentNews {
    private static final long SMALL = 8L << 20;
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant told = Instant.MIN;

    void onSent(Runnable listener) {
        listeners.add(listener);
    }

    /// Notes that a content was sent while these still wait.
    void sent(TransferQueue queue, Instant now) {
        if (!queue.hasSmallToSend(SMALL) || !now.isBefore(told.plus(BETWEEN))) {
            told = now;
            listeners.forEach(Runnable::run);
        }
    }
}
