package tidemark.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tidemark.sync.SyncService;
import tidemark.sync.SyncStatus;

/// The sync of one library as the window sees it: it goes on whichever remote is set, changed or taken away.
public final class Syncing implements AutoCloseable {
    private final App.Core core;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();

    private volatile SyncStatus latest;

    // Written under the lock of this. Read without it, because the thread that a close waits for reads it, too.
    private volatile Optional<SyncRun> running = Optional.empty();

    // Guarded by this.
    private boolean focused;

    Syncing(App.Core core, Changes changes) {
        this.core = core;
        this.latest = core.localStatus();
        changes.onChange(this::changed);
    }

    /// Begins to sync in the background, if a remote is set.
    public synchronized void start() {
        if (running.isEmpty()) {
            running = SyncRun.start(core, this::tell);
            service().ifPresent(service -> service.focused(focused));
        }
        if (running.isEmpty()) {
            tell(core.localStatus());
        }
    }

    /// Syncs with this folder from now on.
    ///
    /// @throws tidemark.remote.RemoteException when it cannot be used; the remote stays as it was
    public synchronized void useFolder(FolderRemote remote) {
        core.remotes().choose(remote);
        stop();
        start();
    }

    /// Syncs with nothing from now on; what is on the remote stays there.
    public synchronized void useNothing() {
        stop();
        core.remotes().forget();
        start();
    }

    /// What is known now.
    public SyncStatus status() {
        return latest;
    }

    /// Calls `listener` with the present status and each later one, on the thread that made it.
    public void onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        listener.accept(latest);
    }

    /// Looks at the remote at once.
    public void syncNow() {
        ask(SyncService::syncNow);
    }

    /// Stops until [#resume], also after a restart.
    public void pause() {
        ask(SyncService::pause);
    }

    /// Goes on.
    public void resume() {
        ask(SyncService::resume);
    }

    /// Whether the person is looking at the window: polls are more frequent then.
    public synchronized void focused(boolean has) {
        focused = has;
        ask(service -> service.focused(has));
    }

    private void changed() {
        service().ifPresentOrElse(SyncService::edited, () -> tell(core.localStatus()));
    }

    private synchronized void ask(Consumer<SyncService> request) {
        service().ifPresent(request);
    }

    private Optional<SyncService> service() {
        return running.map(SyncRun::service);
    }

    private void tell(SyncStatus status) {
        latest = status;
        listeners.forEach(listener -> listener.accept(status));
    }

    private void stop() {
        running.ifPresent(SyncRun::close);
        running = Optional.empty();
    }

    @Override
    public synchronized void close() {
        stop();
    }
}
