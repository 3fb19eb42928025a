package tidemark.app.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where every thread of the program comes from; all are daemons, so none keeps a closed program alive.
public final class Threads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int WORKERS = 4;
    private static final long SECONDS_TO_END = 10;

    private final ExecutorService background;

    public Threads() {
        var number = new AtomicLong();
        background =
                Executors.newFixedThreadPool(WORKERS, work -> thread("background-" + number.incrementAndGet(), work));
    }

    /// For work that a person waits for, such as reading what the window shows.
    public ExecutorService background() {
        return background;
    }

    /// A thread for work that lasts as long as the program; started.
    public Thread start(String name, Runnable work) {
        var thread = thread(name, work);
        thread.start();
        return thread;
    }

    /// Runs `work` once on a thread of its own, before there is anything to belong to.
    public static void once(String name, Runnable work) {
        thread(name, work).start();
    }

    /// Runs `work` when the process is told to end, which waits for it.
    public void atExit(Runnable work) {
        Runtime.getRuntime().addShutdownHook(thread("exit", work));
    }

    /// A thread for each of many tasks at once; the caller closes it.
    public static ExecutorService perTask() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    private static Thread thread(String name, Runnable work) {
        var thread = new Thread(work, "tidemark-" + name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, failure) -> LOG.error("{} ended", where.getName(), failure));
        return thread;
    }

    /// Waits, for a while, until what was begun has ended.
    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            background.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
