package tidemark.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.ServerRemote;
import tidemark.db.Origin;
import tidemark.files.TransferStatus;
import tidemark.files.Transfers;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException;
import tidemark.sync.RollbackDecision;
import tidemark.sync.SyncService;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// The sync of one library as the window sees it, across changes of its remote.
public final class Syncing implements AutoCloseable {
    private final AppCore core;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<TransferStatus>> onTransfers = new CopyOnWriteArrayList<>();

    private volatile SyncStatus latest;

    // Written under the lock of this. Read without it, because the thread that a close waits for reads it, too.
    private volatile Optional<SyncRun> running = Optional.empty();

    // The reason why nothing is synced although a remote is set. Written and read as the field above.
    private volatile Optional<SyncState> obstacle = Optional.empty();

    private volatile boolean focused;

    // Guarded by this.
    private boolean started;
    private Optional<RemoteSettings> remote = Optional.empty();

    Syncing(AppCore core, ChangeNotifier changes) {
        this.core = core;
        this.latest = core.remotes().current().isPresent()
                ? core.localStatus().in(new SyncState.Checking())
                : core.localStatus();
        changes.onChange(this::changed);
        changes.onForeignChange(this::followRemote);
        changes.onForeignChange(this::followSettings);
    }

    /// Begins to sync in the background, if a remote is set. When its keys are not known, the status asks for them.
    public synchronized void start() {
        obstacle = Optional.empty();
        if (running.isEmpty()) {
            begin();
            service().ifPresent(service -> service.focused(focused));
        }
        if (running.isEmpty()) {
            update(idleStatus());
        }
    }

    /// Restarts the sync when another process has set another remote for this library.
    private synchronized void followRemote() {
        if (started && (obstacle.isPresent() || !core.remotes().current().equals(remote))) {
            stop();
            start();
        }
    }

    /// Follows the settings for contents when another process has changed them.
    private void followSettings() {
        var before = core.fileSettings().get();
        core.fileSettings().readAgain();
        if (!core.fileSettings().get().equals(before)) {
            transfers().ifPresent(Transfers::settingsChanged);
        }
    }

    private void begin() {
        started = true;
        remote = core.remotes().current();
        core.keepAddress();
        try {
            running = SyncRun.start(core, this::update);
            running.ifPresent(run -> run.transfers().onStatus(this::moved));
        } catch (RemoteException e) {
            obstacle = Optional.of(new SyncState.ActionNeeded(e.problem(), SyncState.Action.REMOTE_SETTINGS));
        }
    }

    /// The status while nothing is synced.
    private SyncStatus idleStatus() {
        var local = core.localStatus();
        return obstacle.map(local::in).orElse(local);
    }

    /// Syncs with this folder from now on.
    ///
    /// @throws tidemark.remote.RemoteException when it cannot be used; the remote stays as it was
    public synchronized void useFolder(FolderRemote remote) {
        core.remotes().choose(remote);
        stop();
        start();
    }

    /// Syncs with this server from now on, which must have passed [tidemark.app.remotes.Remotes#test]; it is tried out
    /// now if it was not.
    ///
    /// @throws tidemark.remote.RemoteException when it cannot be used, and the remote stays as it was; or when
    ///     there is no keychain, and it is used until the program ends
    public synchronized void useServer(ServerRemote remote, Credentials credentials, KeyStorage storage) {
        core.remotes().keepKeys(remote, credentials, KeyStorage.THIS_RUN);
        useServer(remote);
        core.remotes().keepKeys(remote, credentials, storage);
    }

    /// Syncs with this server from now on, with keys that are known already: from the environment, or from before.
    ///
    /// @throws tidemark.remote.RemoteException when it cannot be used; the remote stays as it was
    public synchronized void useServer(ServerRemote remote) {
        core.remotes().choose(remote);
        stop();
        start();
    }

    /// Restarts the sync with these keys for the server that is set: they were not kept, or have changed.
    public synchronized void signIn(Credentials credentials, KeyStorage storage) {
        if (core.remotes().current().orElse(null) instanceof ServerRemote remote) {
            stop();
            try {
                core.remotes().keepKeys(remote, credentials, storage);
            } finally {
                start();
            }
        }
    }

    /// Removes the remote: nothing is synced from now on; what is on the remote stays there.
    ///
    /// @return the reason why its keys could not be removed, if so
    public synchronized Optional<Problem> useNothing() {
        stop();
        var kept = core.remotes().forget();
        start();
        return kept;
    }

    /// The present status; before the start with the state that the remote is being checked.
    public SyncStatus status() {
        return latest;
    }

    /// Calls `listener` with the present status and each later one, on the thread that made it.
    public void onStatus(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        listener.accept(latest);
    }

    /// Makes a round due at once.
    public void syncNow() {
        request(SyncService::syncNow);
    }

    /// Passes on a person's decision after a rollback of the remote.
    public void decide(RollbackDecision decision) {
        if (decision == RollbackDecision.SEND) {
            core.remotes().setUpAgain();
        }
        request(service -> service.decide(decision));
    }

    /// Passes on the person's order to skip the batch on the remote that no device can read.
    public void skipUnreadable() {
        request(SyncService::skipUnreadable);
    }

    /// Stops until [#resume], also after a restart.
    public void pause() {
        request(SyncService::pause);
    }

    /// Ends the pause.
    public void resume() {
        request(SyncService::resume);
    }

    /// Notes whether the window has the focus: polls are more frequent then.
    public void focused(boolean has) {
        focused = has;
        request(service -> service.focused(has));
    }

    private void changed(Origin origin) {
        service().ifPresentOrElse(service -> service.changed(origin), () -> update(idleStatus()));
        if (origin != Origin.UPKEEP) {
            transfers().ifPresent(Transfers::changed);
        }
    }

    /// The transfers of contents, while the library is synced.
    Optional<Transfers> transfers() {
        return running.map(SyncRun::transfers);
    }

    /// Calls `listener` with each later status of the transfers, on the thread that made it.
    void onTransfers(Consumer<TransferStatus> listener) {
        onTransfers.add(listener);
    }

    private void moved(TransferStatus status) {
        onTransfers.forEach(listener -> listener.accept(status));
    }

    private void request(Consumer<SyncService> request) {
        service().ifPresent(request);
    }

    private Optional<SyncService> service() {
        return running.map(SyncRun::service);
    }

    private void update(SyncStatus status) {
        latest = status;
        listeners.forEach(listener -> listener.accept(status));
    }

    private void stop() {
        running.ifPresent(SyncRun::close);
        running.ifPresent(_ -> moved(TransferStatus.NONE));
        running = Optional.empty();
    }

    @Override
    public synchronized void close() {
        started = false;
        stop();
    }
}
