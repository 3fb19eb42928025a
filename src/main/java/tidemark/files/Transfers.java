package tidemark.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.DatabaseException;
import tidemark.db.Origin;
import tidemark.files.Content.Obstacle;
import tidemark.files.TransferQueue.Job;
import tidemark.files.TransferStatus.Direction;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Unavailable;

/// The transfer of contents between this device and the remote, beside the sync of rows: two at a time, each on a
/// thread given from outside.
///
/// [#turn] moves one content on the caller's thread; the threads of [#start] do that until this is closed. Every method
/// may be called from any thread.
public final class Transfers implements AutoCloseable {
    /// The number of contents that are moved at a time.
    public static final int AT_A_TIME = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
    private static final int GIVE_UP = 3;

    private final TransferContext context;
    private final TransferQueue queue;
    private final RemoteNames names;
    private final TransferMeter meter;
    private final Retries retries;
    private final Eviction eviction;
    private final Wake wake = new Wake();
    private final SentNews news = new SentNews();
    private final List<Flow> flows = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean allowed = true;

    /// Transfers of this library's contents; they begin with [#start] or [#turn].
    public Transfers(TransferContext context) {
        this.context = context;
        this.queue = new TransferQueue(context.database(), context.settings());
        this.names = new RemoteNames(context.store(), () -> Upload.waiting(context.database()));
        this.retries = new Retries();
        this.eviction = new Eviction(context.database(), context.folder());
        this.meter = new TransferMeter(
                context, queue, retries, () -> flows.stream().map(Flow::running).toList());
    }

    /// Begins to move contents, on two threads, as far as [#allow] lets it.
    ///
    /// @param starter starts a thread of this name
    public void start(BiFunction<String, Runnable, Thread> starter) {
        new FolderIndex(context.database(), context.folder(), context.clock()).renew();
        queue.changed();
        for (int i = 1; i <= AT_A_TIME; i++) {
            threads.add(starter.apply("transfers-" + i, this::work));
        }
    }

    private void work() {
        while (!wake.isOff()) {
            var rung = wake.rung();
            try {
                if (!turn()) {
                    wake.sleep(rung, untilNext());
                }
            } catch (RuntimeException e) {
                LOG.error("Transfers met an error that they do not know", e);
                wake.sleep(rung, LONGEST_SLEEP);
            }
        }
    }

    private Duration untilNext() {
        var now = context.clock().instant();
        return Stream.concat(retries.untilNext(now).stream(), queue.untilNext(now).stream())
                .filter(Duration::isPositive)
                .min(Duration::compareTo)
                .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                .orElse(LONGEST_SLEEP);
    }

    /// Moves one content, if one waits and nothing is in the way; returns whether there was one.
    public boolean turn() {
        var now = context.clock().instant();
        if (wake.isOff() || !allowed || context.settings().get().isPaused() || !retries.isDue(now)) {
            return false;
        }
        var next = queue.next(now);
        if (next.isPresent() && !queue.isEmpty(now)) {
            wake.ring();
        }
        next.ifPresent(this::move);
        return next.isPresent();
    }

    private void move(Job job) {
        var flow = meter.flow(job);
        flows.add(flow);
        meter.publish();
        var isDone = false;
        try {
            isDone = isMoved(job, flow);
        } finally {
            flows.remove(flow);
            if (!isDone) {
                queue.left(job);
            }
            meter.publish();
        }
    }

    /// Moves the content; false when it is to be tried again.
    private boolean isMoved(Job job, Flow flow) {
        try {
            var isMoved = job.direction() == Direction.UP
                    ? new Upload(context, names, flow).run()
                    : new Download(context, flow, job.size()).run();
            retries.succeeded();
            meter.ended(job, isMoved);
            makeRoom(job);
            if (job.direction() == Direction.UP) {
                news.sent(queue, context.clock().instant());
            }
            queue.ended(job); // last: nobody may find that nothing is under way, and miss what was told
            return true;
        } catch (RemoteException | FilesException | DatabaseException.Busy e) {
            if (!flow.isStopped()) {
                failed(job, e);
            }
            return false;
        } catch (RuntimeException e) {
            LOG.error("The content {} met an error that Tidemark does not know", job.hash(), e);
            queue.failed(job, FilesException.unexpected(e), context.clock().instant());
            return false;
        }
    }

    /// Puts the content off; where it is not this computer that cannot take it, the others wait a while, too.
    private void failed(Job job, TidemarkException e) {
        LOG.info("The content {} was not moved: {}", job.hash(), e.problem());
        var now = context.clock().instant();
        queue.failed(job, e.problem(), now);
        if (!(e instanceof FilesException)) {
            retries.failed(e, now);
        }
    }

    /// Whether nothing is under way, and nothing can be moved before something changes.
    public boolean isSettled() {
        var now = context.clock().instant();
        return queue.isIdle(now) ? retries.isDue(now) : context.settings().get().isPaused() && flows.isEmpty();
    }

    /// The failure by which the remote has ended several attempts in a row, or one that does not pass by itself.
    public Optional<TidemarkException> outage() {
        return retries.failure().filter(failure -> !(failure instanceof Unavailable) || retries.failures() >= GIVE_UP);
    }

    private void makeRoom(Job job) {
        var busy = Stream.concat(flows.stream().map(Flow::hash), Stream.of(job.hash()));
        eviction.run(context.settings().get().cacheLimit(), busy.collect(Collectors.toSet()));
    }

    /// Fetches one content on the caller's thread, and notes that it is here, or why it cannot be had.
    ///
    /// @param listener told of its progress
    /// @throws RemoteException when the remote fails
    /// @throws FilesException when there is no room for it
    public static void fetch(TransferContext context, ContentHash hash, long size, Consumer<TransferStatus> listener) {
        var alone = new Transfers(context);
        alone.onStatus(listener);
        var job = new Job(Direction.DOWN, hash, size, true);
        var flow = alone.meter.flow(job);
        alone.flows.add(flow);
        new Download(context, flow, size).run();
        alone.makeRoom(job);
    }

    /// The number of contents that were removed from this device to make room.
    public long evicted() {
        return eviction.evicted();
    }

    /// Calls `listener` when contents were sent that rows may wait for: at once, but for many small ones in a row only
    /// now and then.
    public void onSent(Runnable listener) {
        news.onSent(listener);
    }

    /// Calls `listener` with each later status, on the thread that made it; four times a second at most while bytes
    /// flow.
    public void onStatus(Consumer<TransferStatus> listener) {
        meter.onStatus(listener);
    }

    /// The present status.
    public TransferStatus status() {
        return meter.status();
    }

    /// Notes that rows or contents were changed. Returns at once; called under the writer's lock.
    public void changed() {
        queue.changed();
        wake.ring();
    }

    /// Lets contents be moved, or not: the remote must be known to be this library's.
    public void allow(boolean allow) {
        allowed = allow;
        if (allow) {
            wake.ring();
        } else {
            flows.forEach(Flow::stop);
        }
    }

    /// Takes notice that a person has paused the transfers, or ended the pause, in the settings.
    public void settingsChanged() {
        if (context.settings().get().isPaused()) {
            flows.forEach(Flow::stop);
        }
        retryNow();
        meter.publish();
    }

    /// Stops the transfer of a content until it is asked for again; where it was sent from, it stays.
    public void cancel(ContentHash hash) {
        var now = context.clock().instant();
        context.database().change(Origin.UPKEEP, sql -> {
            var size = new Contents(sql).find(hash).map(Content::size).orElse(0L);
            new Contents(sql).stopped(hash, size, Obstacle.CANCELLED, now);
        });
        flows.stream().filter(flow -> flow.hash().equals(hash)).forEach(Flow::stop);
        changed();
    }

    /// Moves a content again that was cancelled, missing or damaged.
    public void retry(ContentHash hash) {
        context.database().change(Origin.UPKEEP, sql -> new Contents(sql).retry(hash));
        retryNow();
    }

    private void retryNow() {
        retries.forget();
        queue.retryAll();
        wake.ring();
    }

    /// Ends the transfers that are under way with their next bytes, and begins no other.
    public void stop() {
        wake.turnOff();
        flows.forEach(Flow::stop);
    }

    /// Stops, and waits until both threads have ended. A request that hangs ends when its store is closed.
    @Override
    public void close() {
        stop();
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The way that this content goes, if it is under way.
    public Optional<Direction> direction(ContentHash hash) {
        return flows.stream()
                .filter(flow -> flow.hash().equals(hash))
                .map(Flow::direction)
                .findFirst();
    }
}
