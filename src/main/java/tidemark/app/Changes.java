package tidemark.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.Threads;
import tidemark.db.Database;
import tidemark.library.search.Indexer;
import tidemark.problem.TidemarkException;

/// Tells whoever wants to know that the library has changed, whoever changed it: this process, found by its commits,
/// or another one, found by SQLite's `data_version`. It also keeps the search index up to date, after
/// the fact, and hears when a second start of the program asks for the window.
public final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long LOOK_MILLIS = 1000;

    private final Database database;
    private final Indexer indexer;
    private final SingleInstance window;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> windows = new CopyOnWriteArrayList<>();
    private final List<Runnable> foreign = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    Changes(Database database, Indexer indexer, SingleInstance window, Threads threads) {
        this.database = database;
        this.indexer = indexer;
        this.window = window;
        database.onCommit(this::tell);
        this.thread = threads.start("changes", this::watch);
    }

    /// Calls `listener` after each change, on the thread that made or found it; it must not wait.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Calls `listener` after another process has changed the library, on a thread that may wait.
    void onForeignChange(Runnable listener) {
        foreign.add(listener);
    }

    /// Calls `window` when a second start of the program asks for the window, on another thread.
    public void onWindowWanted(Runnable window) {
        windows.add(window);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (!windows.isEmpty() && window.isAskedFor()) {
                windows.forEach(Runnable::run);
            }
            if (database.changedElsewhere()) {
                tell();
                foreign.forEach(Runnable::run);
            }
            if (indexer.isBehind()) {
                indexer.run();
            }
        } catch (TidemarkException e) {
            LOG.warn("The library could not be looked at", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
