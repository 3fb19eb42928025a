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

/// The poll, once a second, for what no listener reports: commits of other processes (SQLite's `data_version`), rows
/// that the search index lacks, and a second start of the program that asks for the window.
final class LibraryWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryWatch.class);
    private static final long LOOK_MILLIS = 1000;

    private final Database database;
    private final Indexer indexer;
    private final SingleInstance instance;
    private final ChangeNotifier notifier;
    private final List<Runnable> windows = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    LibraryWatch(
            Database database, Indexer indexer, SingleInstance instance, ChangeNotifier notifier, Threads threads) {
        this.database = database;
        this.indexer = indexer;
        this.instance = instance;
        this.notifier = notifier;
        this.thread = threads.start("changes", this::watch);
    }

    /// Calls `window` when a second start of the program asks for the window, on another thread.
    void onWindowWanted(Runnable window) {
        windows.add(window);
    }

    private void watch() {
        try {
            do {
                trying(this::poll);
            } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs one part of a poll. A failure is logged, and the polls go on.
    private static void trying(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The library could not be looked at", e);
        }
    }

    private void poll() {
        if (!windows.isEmpty() && instance.takeRequest()) {
            windows.forEach(Runnable::run);
        }
        if (database.changedElsewhere()) {
            notifier.notifyForeignChange();
        }
        if (indexer.isBehind()) {
            indexer.run();
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
