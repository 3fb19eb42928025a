package tidemark.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.ProcessLock;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.ServerRemote;
import tidemark.files.Transfers;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteStore;
import tidemark.remote.folder.FolderWatcher;
import tidemark.sync.SyncService;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// The sync with one remote, from when it is set until it is removed or the program ends.
///
/// Only one process at a time syncs a library: the thread waits for the lock first.
final class SyncRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);
    private static final long LOCK_RETRY_MILLIS = 2000;
    private static final long TROUBLE_RETRY_SECONDS = 30;

    /// The time that a request may take to end by itself when the run is closed.
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final AppCore core;
    private final RemoteStore store;
    private final SyncService service;
    private final Transfers transfers;
    private final Optional<FolderWatcher> watcher;
    private final Consumer<SyncStatus> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    // Guarded by this.
    private boolean probing;

    private SyncRun(AppCore core, RemoteStore store, Consumer<SyncStatus> listener) {
        this.core = core;
        this.store = store;
        this.service = new SyncService(core.context(store));
        this.transfers = new Transfers(core.transfers(store));
        transfers.allow(false);
        transfers.onSent(service::syncNow);
        service.onStatus(_ -> transfers.allow(service.isConfirmed()));
        service.onStatus(listener);
        service.onStatus(_ -> core.traffic().writeIfDue());
        this.listener = listener;
        this.watcher = core.remotes().current().flatMap(this::watch);
        this.thread = core.threads().start("sync", this::work);
    }

    private Optional<FolderWatcher> watch(RemoteSettings remote) {
        return switch (remote) {
            case FolderRemote folder ->
                FolderWatcher.start(
                        folder.root(),
                        service::remoteChanged,
                        work -> core.threads().start("watcher", work));
            case ServerRemote _ -> Optional.empty();
        };
    }

    /// Starts the sync with the remote that is set, if one is.
    static Optional<SyncRun> start(AppCore core, Consumer<SyncStatus> listener) {
        return core.remotes().open().map(store -> new SyncRun(core, store, listener));
    }

    /// The service that this run runs.
    SyncService service() {
        return service;
    }

    /// The transfers of contents that go on beside it.
    Transfers transfers() {
        return transfers;
    }

    private void work() {
        try {
            while (!attempt()) {
                if (closed.await(TROUBLE_RETRY_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Syncs until closed; false when a failure before the first round prevented it, which the status says.
    private boolean attempt() throws InterruptedException {
        try {
            var lock = takeLock();
            if (lock.isPresent()) {
                try (var held = lock.get()) {
                    LOG.debug("{} is held", held);
                    runIfTrusted();
                }
            }
            return true;
        } catch (TidemarkException e) {
            LOG.warn("Sync cannot begin", e);
            listener.accept(service.status().in(new SyncState.ActionNeeded(e.problem(), SyncState.Action.RETRY)));
            return false;
        }
    }

    private void runIfTrusted() {
        var distrust = reprobed();
        if (distrust.isEmpty()) {
            transfers.start(core.threads()::start);
            try {
                service.run();
            } finally {
                transfers.close();
            }
        } else {
            var needed = new SyncState.ActionNeeded(distrust.get(), SyncState.Action.REMOTE_SETTINGS);
            listener.accept(service.status().in(needed));
        }
    }

    /// Probes the remote again if that is due. A probe is given up when this is closed: it may take a minute.
    private Optional<Problem> reprobed() {
        if (!probes(true)) {
            return Optional.empty();
        }
        try {
            return core.remotes().reprobe();
        } finally {
            var _ = probes(false);
        }
    }

    /// Notes whether a probe is running, and returns whether it may: not once this is closed.
    private synchronized boolean probes(boolean now) {
        probing = now && closed.getCount() > 0;
        if (!now) {
            var _ = Thread.interrupted(); // it was for the probe
        }
        return probing;
    }

    private synchronized void giveUpProbe() {
        if (probing) {
            thread.interrupt();
        }
    }

    private Optional<ProcessLock> takeLock() throws InterruptedException {
        var lock = ProcessLock.take(core.folder().syncLock());
        while (lock.isEmpty()) {
            if (closed.await(LOCK_RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            lock = ProcessLock.take(core.folder().syncLock());
        }
        return lock;
    }

    /// Ends after the present batch. A request that takes long, over a slow connection or with a silent server, is
    /// cancelled: the next start reads its outcome, as after a crash.
    @Override
    public void close() {
        closed.countDown();
        transfers.stop();
        service.close();
        giveUpProbe();
        watcher.ifPresent(FolderWatcher::close);
        if (!isEndedWithin(TIMEOUT)) {
            store.close();
            awaitEnd();
        }
        store.close();
    }

    private boolean isEndedWithin(Duration time) {
        try {
            return thread.join(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Waits, however often this thread is interrupted: the library must not be closed under a round.
    private void awaitEnd() {
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
