package tidemark.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tidemark.app.remotes.RemoteSettings;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.Database;
import tidemark.files.TransferStatus;
import tidemark.remote.Credentials;
import tidemark.schema.LibrarySchema;
import tidemark.sync.DryRun;
import tidemark.sync.Effects;
import tidemark.sync.Rehearsal;
import tidemark.sync.RollbackDecision;
import tidemark.sync.state.Progress;

/// Single rounds of sync on the caller's thread, for commands. They wait for another process that syncs this library.
public final class ForegroundSync {
    private final AppCore core;

    ForegroundSync(AppCore core) {
        this.core = core;
    }

    /// Syncs, and moves the contents of files that wait. Waits for another process a few seconds, and up to `timeout`
    /// while something is still to be sent.
    public SyncAttempt sync(Progress progress, Duration timeout) {
        return sync(progress, timeout, core.settings().conflictPolicy(), _ -> {});
    }

    /// Syncs with another policy for conflicts than the one set, and moves the contents of files that wait.
    ///
    /// @param transfers told of these
    public SyncAttempt sync(
            Progress progress, Duration timeout, ConflictPolicy policy, Consumer<TransferStatus> transfers) {
        return new SyncOnce(
                        core,
                        engine -> engine.sync(progress),
                        store -> core.context(store).with(policy))
                .withFiles(transfers)
                .run(timeout);
    }

    /// Carries out what the person decided after a rollback of the remote.
    public SyncAttempt decide(RollbackDecision decision, Progress progress) {
        if (decision == RollbackDecision.SEND) {
            core.remotes().setUpAgain();
        }
        return new SyncOnce(core, engine -> engine.decide(decision, progress), core::context).run(Duration.ZERO);
    }

    /// The effects that a decision after a rollback of the remote would have; nothing is changed here or there.
    ///
    /// @return empty when there is no remote
    public Optional<Effects> rehearse(RollbackDecision decision) {
        return core.remotes().current().map(remote -> {
            try (var store = core.remotes().open(remote, Optional.empty())) {
                return Rehearsal.of(decision, core.context(store, ownScratch()), copySettings());
            }
        });
    }

    private Path ownScratch() {
        return core.folder().scratch().resolve("rehearsal"); // a sync may be running
    }

    private Database.Settings copySettings() {
        return Database.Settings.of(LibrarySchema.CURRENT, core.environment().clock());
    }

    /// Syncs and then truncates the history on the remote.
    public SyncAttempt emptyHistory(Progress progress) {
        return new SyncOnce(core, engine -> engine.emptyHistory(progress), core::context).run(Duration.ZERO);
    }

    /// Syncs, past a batch on the remote that no device can read.
    public SyncAttempt skipUnreadable(Progress progress) {
        return new SyncOnce(core, engine -> engine.skipUnreadable(progress), core::context).run(Duration.ZERO);
    }

    /// A dry run of the first sync with this place; nothing is changed here or there.
    ///
    /// @param credentials the keys of the place; where empty, those that are known
    /// @throws tidemark.remote.RemoteException when it cannot be reached or joined
    public DryRun.Report dryRun(RemoteSettings remote, Optional<Credentials> credentials) {
        try (var store = core.remotes().open(remote, credentials)) {
            return DryRun.run(core.context(store, ownScratch()), copySettings());
        }
    }
}
