package tidemark.app.base;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads of the program. All come from here, and are daemons, so none keeps a closed program alive.
public final class Threads implements AutoCloseable {
    /// The longest that the end of the program may take. The next start goes on from whatever is unfinished then, as
    /// after a crash.
    public static final Duration LONGEST_END = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int WORKERS = 4;

    private final ExecutorService background;
    private final ExecutorService patient;

    /// Two pools of threads for work in the background.
    public Threads() {
        background = pool("background-");
        patient = pool("patient-");
    }

    private static ExecutorService pool(String name) {
        var number = new AtomicLong();
        return Executors.newFixedThreadPool(WORKERS, work -> thread(name + number.incrementAndGet(), work));
    }

    /// The pool for work that a person waits for, such as reading what the window shows.
    public ExecutorService background() {
        return background;
    }

    /// The pool for work that may take long, such as fetching a file, so that nothing that a person waits for stands
    /// behind it.
    public ExecutorService patient() {
        return patient;
    }

    /// Starts a thread for work that lasts as long as the program.
    public Thread start(String name, Runnable work) {
        var thread = thread(name, work);
        thread.start();
        return thread;
    }

    /// Runs `work` on a thread of its own, before there is an instance of this class.
    public static void once(String name, Runnable work) {
        thread(name, work).start();
    }

    /// Runs `work` when the process is told to end; its end waits for that.
    public void atExit(Runnable work) {
        Runtime.getRuntime().addShutdownHook(thread("exit", work));
    }

    /// An executor with a thread for each task, for many at once; the caller closes it.
    public static ExecutorService perTask() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    private static Thread thread(String name, Runnable work) {
        var thread = new Thread(work, "tidemark-" + name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, failure) -> LOG.error("{} ended", where.getName(), failure));
        return thread;
    }

    /// Ends the pools: waits up to [#LONGEST_END] for work that has begun, and interrupts it then. Long work is
    /// interrupted at once.
    @Override
    public void close() {
        patient.shutdownNow();
        background.shutdown();
        end(background);
        end(patient);
    }

    private static void end(ExecutorService pool) {
        try {
            if (!pool.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
