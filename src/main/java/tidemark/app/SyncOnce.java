package tidemark.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import tidemark.app.base.ProcessLock;
import tidemark.files.TransferStatus;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteStore;
import tidemark.sync.LocalCopy;
import tidemark.sync.SyncEngine;
import tidemark.sync.SyncResult;
import tidemark.sync.state.SyncContext;

/// One round of sync, or several with the transfers of contents between them, as soon as no other process syncs the
/// library.
final class SyncOnce {
    /// The wait for another single round, which is over by then; a window syncs for as long as it is open.
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final long LOOK_NANOS = 100_000_000;

    private final AppCore core;
    private final Function<SyncEngine, SyncResult> round;
    private final Function<RemoteStore, SyncContext> context;
    private final Optional<Consumer<TransferStatus>> transfers;

    /// A round that is not begun yet.
    ///
    /// @param round the call of the engine
    /// @param context the context of an engine on a store
    SyncOnce(AppCore core, Function<SyncEngine, SyncResult> round, Function<RemoteStore, SyncContext> context) {
        this(core, round, context, Optional.empty());
    }

    private SyncOnce(
            AppCore core,
            Function<SyncEngine, SyncResult> round,
            Function<RemoteStore, SyncContext> context,
            Optional<Consumer<TransferStatus>> transfers) {
        this.core = core;
        this.round = round;
        this.context = context;
        this.transfers = transfers;
    }

    /// The round, and the transfers of all contents that wait, with further rounds as they are there.
    ///
    /// @param progress told of the transfers
    SyncOnce withFiles(Consumer<TransferStatus> progress) {
        return new SyncOnce(core, round, context, Optional.of(progress));
    }

    /// Runs the round. Waits three seconds for another process; longer, up to `timeout`, only while something is still
    /// to be sent.
    SyncAttempt run(Duration timeout) {
        var remote = core.remotes().open();
        if (remote.isEmpty()) {
            return new SyncAttempt.NoRemote();
        }
        try (var store = remote.get()) {
            return run(store, core.environment().clock().instant(), timeout);
        }
    }

    /// Keeps the outcome of a round with the library, so that `status` can tell it.
    private SyncResult round(RemoteStore store) {
        var outcome = new LocalCopy(core.database());
        try {
            var result = round.apply(new SyncEngine(context.apply(store)));
            outcome.ended(result);
            return result;
        } catch (TidemarkException e) {
            outcome.failed(e, core.environment().clock().instant());
            throw e;
        }
    }

    private SyncAttempt run(RemoteStore store, Instant began, Duration timeout) {
        while (true) {
            var ended = attempt(store);
            if (ended.isPresent()) {
                return ended.get();
            }
            var waited = Duration.between(began, core.environment().clock().instant());
            var pending = core.localStatus().pending();
            if (waited.compareTo(pending > 0 ? timeout : SHORT) >= 0) {
                return new SyncAttempt.Elsewhere(pending);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Optional<SyncAttempt> attempt(RemoteStore store) {
        return ProcessLock.take(core.folder().syncLock()).map(lock -> {
            try (lock) {
                core.remotes().reprobe().ifPresent(problem -> {
                    throw new Denied(problem);
                });
                var result = round(store);
                return result instanceof SyncResult.UpToDate && transfers.isPresent()
                        ? new ForegroundTransfers(core, () -> round(store), transfers.get()).run(store, result)
                        : new SyncAttempt.Ended(result);
            }
        });
    }
}
