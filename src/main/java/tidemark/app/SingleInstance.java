package tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.FolderException;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProcessLock;
import tidemark.db.OwnerOnly;

/// The one window of a library: a second start shows the first one's window.
///
/// The process with the window holds a lock. Another leaves a file beside it, the request to show the window, which the
/// first one finds and removes.
public final class SingleInstance {
    /// The interval and number of looks at whether the request was taken: five seconds in all.
    private static final long LOOK_NANOS = 50_000_000;

    private static final int LOOKS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private final LibraryFolder folder;

    /// The window of this library.
    public SingleInstance(LibraryFolder folder) {
        this.folder = folder;
    }

    /// Runs `window`, which returns when it is closed; or, where another process has it open, asks that one to bring it
    /// to the front. One that is just ending takes no request any more: its lock is waited for.
    ///
    /// @return whether it was run here
    public boolean open(Runnable window) {
        folder.create();
        var lock = ProcessLock.take(folder.windowLock()).or(this::awaitOther);
        if (lock.isEmpty()) {
            return false;
        }
        try (var held = lock.get()) {
            held.run(() -> {
                takeRequest(); // what asked for an earlier window
                window.run();
            });
        }
        return true;
    }

    /// The lock, once the other process has ended; empty when that one takes the request instead.
    private Optional<ProcessLock> awaitOther() {
        requestWindow();
        for (int look = 0; look < LOOKS && Files.exists(folder.windowRequest()); look++) {
            LockSupport.parkNanos(LOOK_NANOS);
            var lock = ProcessLock.take(folder.windowLock());
            if (lock.isPresent()) {
                return lock;
            }
        }
        return Optional.empty();
    }

    private void requestWindow() {
        try {
            OwnerOnly.file(folder.windowRequest()); // where it exists, it is asked already
        } catch (NoSuchFileException e) {
            LOG.debug("The other process took the request while it was being written", e);
        } catch (IOException e) {
            throw FolderException.lock(folder.windowRequest(), e);
        }
    }

    /// Whether a second start asked for the window since this was last called.
    boolean takeRequest() {
        try {
            return Files.deleteIfExists(folder.windowRequest());
        } catch (IOException e) {
            throw FolderException.lock(folder.windowRequest(), e);
        }
    }
}
