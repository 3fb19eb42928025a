package tidemark.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tidemark.app.base.ProcessLock;
import tidemark.files.ContentHash;
import tidemark.files.ContentStore;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.files.Transfers;

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
    /// @throws tidemark.problem.TidemarkException when it cannot be had
    void require(ContentHash hash, long size, FileName name) {
        if (contents.isHere(hash)) {
            return;
        }
        if (core.remotes().current().isEmpty()) {
            throw FilesException.notFetched(name.shown(), "no remote is set.");
        }
        contents.want(hash, size);
        var end = core.environment().clock().instant().plus(PATIENCE);
        while (!isFetched(hash, size, name)) {
            if (core.environment().clock().instant().isAfter(end) || Thread.currentThread().isInterrupted()) {
                throw FilesException.notFetched(name.shown(), "another Tidemark process syncs this library.");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean isFetched(ContentHash hash, long size, FileName name) {
        if (contents.isHere(hash)) {
            return true;
        }
        contents.requireObtainable(hash, name);
        var transfers = syncing.transfers();
        transfers.ifPresent(running -> look(running, hash, name));
        if (transfers.isEmpty()) {
            fetchAlone(hash, size);
        }
        return contents.isHere(hash);
    }

    /// Asks the transfers of this process for it, unless they say why it does not come.
    private static void look(Transfers transfers, ContentHash hash, FileName name) {
        var status = transfers.status();
        Optional.ofNullable(status.problems().get(hash)).or(status::trouble).ifPresent(problem -> {
            throw FilesException.notFetched(name.shown(), problem.cause());
        });
        if (status.of(hash).isEmpty()) {
            transfers.changed();
        }
    }

    /// Fetches it on this thread, unless another process syncs the library, which then does so.
    private void fetchAlone(ContentHash hash, long size) {
        ProcessLock.take(core.folder().syncLock()).ifPresent(lock -> {
            try (lock;
                    var store = core.remotes().open().orElseThrow()) {
                Transfers.fetch(core.transfers(store), hash, size);
            }
        });
    }
}
