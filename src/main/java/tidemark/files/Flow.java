package tidemark.files;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
import tidemark.files.TransferStatus.Direction;
import tidemark.files.TransferStatus.Running;

/// The flow of one content's bytes: counted, slowed down to the person's limit, and stopped when asked to. Used by the
/// thread that moves them; stopped and looked at by others.
final class Flow {
    private static final Duration SLICE = Duration.ofMillis(100);

    private final TransferQueue.Job job;
    private final LongConsumer moved;
    private final ToLongFunction<Long> waitMillis;
    private final Consumer<Duration> pause;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean stopped;

    /// @param moved told of bytes as they are moved
    /// @param waitMillis the wait in ms after so many bytes
    Flow(TransferQueue.Job job, LongConsumer moved, ToLongFunction<Long> waitMillis, Consumer<Duration> pause) {
        this.job = job;
        this.moved = moved;
        this.waitMillis = waitMillis;
        this.pause = pause;
    }

    /// Notes that the content is moved on from here.
    void from(long position) {
        done.set(position);
    }

    /// Counts bytes, and waits while they are too many.
    ///
    /// @throws InterruptedIOException when the transfer is to stop
    void moved(long bytes) throws InterruptedIOException {
        check();
        done.addAndGet(bytes);
        moved.accept(bytes);
        var wait = Duration.ofMillis(waitMillis.applyAsLong(bytes));
        while (wait.isPositive()) {
            check();
            var slice = wait.compareTo(SLICE) < 0 ? wait : SLICE;
            pause.accept(slice);
            wait = wait.minus(slice);
        }
    }

    private void check() throws InterruptedIOException {
        if (stopped) {
            throw new InterruptedIOException("the transfer was stopped");
        }
    }

    /// Ends the transfer with its next bytes.
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    Direction direction() {
        return job.direction();
    }

    ContentHash hash() {
        return job.hash();
    }

    Running running() {
        return new Running(job.hash(), job.direction(), Math.min(done.get(), job.size()), job.size());
    }
}
