package tidemark.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tidemark.app.base.ProcessLock;
import tidemark.files.ContentHash;
import tidemark.files.ContentStore;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.files.TransferStatus;
import tidemark.files.Transfers;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;

/// The wait of a person for one content: it is fetched by the sync of this process or of another one, and on the
/// caller's thread when none is running.
final class Fetching {
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AppCore core;
    private final Syncing syncing;
    private final ContentStore contents;

    Fetching(AppCore core, Syncing syncing, ContentStore contents) {
        this.core = core;
        this.syncing = syncing;
        this.contents = contents;
    }

    /// Makes sure that the content is here and sound.
    ///
    /// @param progress told of the transfer where this process makes it alone
    /// @throws tidemark.problem.TidemarkException when it cannot be had
    void require(ContentHash hash, long size, FileName name, Consumer<TransferStatus> progress) {
        if (contents.isHere(hash)) {
            return;
        }
        if (core.remotes().current().isEmpty()) {
            throw FilesException.notFetched(name.shown(), "no remote is set.");
        }
        contents.want(hash, size);
        var waitedSince = now();
        while (!contents.isHere(hash)) {
            contents.requireObtainable(hash, name);
            var transfers = syncing.transfers();
            if (transfers.isPresent()) {
                follow(transfers.get(), hash, name);
                waitedSince = now();
            } else if (!isFetchedAlone(hash, size, progress) && isOver(waitedSince)) {
                throw FilesException.notFetched(name.shown(), "another Tidemark process syncs this library.");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Instant now() {
        return core.environment().clock().instant();
    }

    private boolean isOver(Instant since) {
        return now().isAfter(since.plus(PATIENCE)) || Thread.currentThread().isInterrupted();
    }

    /// Waits for the transfers of this process, unless they or the sync say why it does not come.
    private void follow(Transfers transfers, ContentHash hash, FileName name) {
        var status = transfers.status();
        var reason = Optional.ofNullable(status.problems().get(hash))
                .or(status::trouble)
                .or(this::trouble)
                .map(Problem::cause)
                .or(() -> status.isPaused() ? Optional.of("the transfer of files is paused.") : Optional.empty())
                .or(() -> Thread.currentThread().isInterrupted()
                        ? Optional.of("the wait for it was ended.")
                        : Optional.empty());
        reason.ifPresent(why -> {
            throw FilesException.notFetched(name.shown(), why);
        });
        if (status.of(hash).isEmpty()) {
            transfers.changed();
        }
    }

    /// Why the sync of this process does not reach the remote, if it says so.
    private Optional<Problem> trouble() {
        return switch (syncing.status().state()) {
            case SyncState.Offline(var _, var because, var _) -> Optional.of(because);
            case SyncState.ActionNeeded(var problem, var _) -> Optional.of(problem);
            case SyncState.Paused _ -> Optional.of(new Problem("the sync is paused.", "", ""));
            case SyncState _ -> Optional.empty();
        };
    }

    /// Fetches it on this thread, unless another process syncs the library, which then does so.
    private boolean isFetchedAlone(ContentHash hash, long size, Consumer<TransferStatus> progress) {
        var lock = ProcessLock.take(core.folder().syncLock());
        lock.ifPresent(held -> {
            try (held;
                    var store = core.remotes().open().orElseThrow()) {
                Transfers.fetch(core.transfers(store), hash, size, progress);
            }
        });
        return lock.isPresent();
    }
}
