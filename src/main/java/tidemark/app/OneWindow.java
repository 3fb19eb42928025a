package tidemark.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;

/// The one window of a library: who starts a second one gets the first.
///
/// The process with the window holds a lock. Another leaves a file beside it, which the first one finds, removes, and
/// takes as the wish to see its window.
public final class OneWindow {
    private final LibraryFolder folder;

    /// The window of this library.
    public OneWindow(LibraryFolder folder) {
        this.folder = folder;
    }

    /// Runs `window`, which returns when it is closed; or, where another process has it open, asks that one to bring it
    /// to the front.
    ///
    /// @return whether it was run here
    public boolean open(Runnable window) {
        folder.create();
        var lock = ProcessLock.take(folder.windowLock());
        if (lock.isEmpty()) {
            ask();
            return false;
        }
        try (var held = lock.get()) {
            held.run(() -> {
                isAskedFor(); // what asked for an earlier window
                window.run();
            });
        }
        return true;
    }

    private void ask() {
        try {
            Files.createFile(folder.windowRequest());
        } catch (FileAlreadyExistsException e) {
            // asked already
        } catch (IOException e) {
            throw FolderException.lock(folder.windowRequest(), e);
        }
    }

    /// Whether a second start asked for the window since this was last called.
    boolean isAskedFor() {
        try {
            return Files.deleteIfExists(folder.windowRequest());
        } catch (IOException e) {
            throw FolderException.lock(folder.windowRequest(), e);
        }
    }
}
