package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tidemark.files.TransferQueue.Job;
import tidemark.files.TransferStatus.Amount;
import tidemark.files.TransferStatus.Direction;
import tidemark.files.TransferStatus.Running;

/// The measure of all transfers, and the listeners that are told of it. Used by several threads.
final class TransferMeter {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final TransferContext context;
    private final TransferQueue queue;
    private final Retries retries;
    private final Supplier<List<Running>> running;
    private final RateMeter rate = new RateMeter();
    private final Throttle up = new Throttle();
    private final Throttle down = new Throttle();
    private final List<Consumer<TransferStatus>> listeners = new CopyOnWriteArrayList<>();

    /// Held while listeners are told, so that none is told last of what was before.
    private final Object publishing = new Object();

    // Guarded by this.
    private Amount sent = Amount.NONE;
    private Amount fetched = Amount.NONE;
    private Instant published = Instant.MIN;

    TransferMeter(TransferContext context, TransferQueue queue, Retries retries, Supplier<List<Running>> running) {
        this.context = context;
        this.queue = queue;
        this.retries = retries;
        this.running = running;
    }

    /// A flow of this content's bytes that is measured and bounded.
    Flow flow(Job job) {
        return new Flow(job, this::moved, bytes -> wait(job.direction(), bytes), context.pause());
    }

    private long wait(Direction direction, long bytes) {
        var settings = context.settings().get();
        var now = context.clock().instant();
        var wait =
                direction == Direction.UP ? up.take(bytes, settings.up(), now) : down.take(bytes, settings.down(), now);
        return wait.toMillis();
    }

    private void moved(long bytes) {
        var now = context.clock().instant();
        rate.moved(bytes, now);
        if (isDue(now)) {
            publish();
        }
    }

    private synchronized boolean isDue(Instant now) {
        return !published.plus(BETWEEN).isAfter(now);
    }

    /// Counts a content that was moved.
    ///
    /// @param isMoved whether its bytes were
    synchronized void ended(Job job, boolean isMoved) {
        if (isMoved && job.direction() == Direction.UP) {
            sent = sent.plus(job.size());
        } else if (isMoved) {
            fetched = fetched.plus(job.size());
        }
    }

    void onStatus(Consumer<TransferStatus> listener) {
        listeners.add(listener);
    }

    /// Tells the listeners how it stands.
    void publish() {
        if (listeners.isEmpty()) {
            return;
        }
        synchronized (publishing) {
            var status = status();
            synchronized (this) {
                published = context.clock().instant();
            }
            listeners.forEach(listener -> listener.accept(status));
        }
    }

    TransferStatus status() {
        var now = context.clock().instant();
        var status = status(now);
        return status.isIdle() ? status : status.with(rate.rate(now), rate.left(status.bytesLeft(), now));
    }

    private synchronized TransferStatus status(Instant now) {
        return new TransferStatus(
                running.get(),
                queue.toSend(),
                queue.toFetch(),
                sent,
                fetched,
                OptionalLong.empty(),
                Optional.empty(),
                context.settings().get().isPaused(),
                retries.trouble(),
                retries.next().filter(now::isBefore),
                queue.problems());
    }
}
