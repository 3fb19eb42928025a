package tidemark.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tidemark.files.TransferStatus;
import tidemark.files.Transfers;
import tidemark.remote.RemoteStore;
import tidemark.sync.SyncResult;

/// The transfers of contents that a command waits for, with rounds of sync in between: a row is sent as soon as its
/// content is there, and an edit made meanwhile does not wait for a long file.
final class ForegroundTransfers {
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    private final AppCore core;
    private final Round round;
    private final Consumer<TransferStatus> progress;
    private final AtomicBoolean isRoundDue = new AtomicBoolean();

    /// One round of sync.
    @FunctionalInterface
    interface Round {
        SyncResult run();
    }

    ForegroundTransfers(AppCore core, Round round, Consumer<TransferStatus> progress) {
        this.core = core;
        this.round = round;
        this.progress = progress;
    }

    /// Moves all contents that wait and can be moved.
    ///
    /// @param first the result of the round before
    /// @return the result of all rounds together
    /// @throws tidemark.problem.TidemarkException when the remote fails several times in a row
    SyncAttempt.Ended run(RemoteStore store, SyncResult first) {
        var transfers = new Transfers(core.transfers(store));
        transfers.onSent(() -> isRoundDue.set(true));
        transfers.onStatus(progress);
        transfers.start(core.threads()::start);
        try {
            var result = first;
            while (result instanceof SyncResult.UpToDate && !isOver(transfers)) {
                if (isRoundDue.getAndSet(false)) {
                    result = sum(result, round.run());
                } else {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
            }
            return new SyncAttempt.Ended(result, moved(transfers));
        } finally {
            transfers.stop();
            store.close();
            transfers.close();
        }
    }

    private boolean isOver(Transfers transfers) {
        transfers.outage().ifPresent(failure -> {
            throw failure;
        });
        return transfers.isSettled() && !isRoundDue.get();
    }

    private static SyncResult sum(SyncResult before, SyncResult after) {
        return before instanceof SyncResult.UpToDate(var pulled, var pushed, var notice)
                        && after instanceof SyncResult.UpToDate(var morePulled, var morePushed, var later)
                ? new SyncResult.UpToDate(pulled + morePulled, pushed + morePushed, notice.or(() -> later))
                : after;
    }

    private static FilesMoved moved(Transfers transfers) {
        var status = transfers.status();
        return new FilesMoved(
                status.sent(),
                status.fetched(),
                transfers.evicted(),
                List.copyOf(status.problems().values()));
    }
}
