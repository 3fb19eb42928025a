package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A failure to make hard links in a folder whose objects are created by them, because it is reached in a way that has
/// none.
final class NoHardLinksException extends IOException {
    private static final long serialVersionUID = 1L;

    NoHardLinksException(Path target, Exception cause) {
        super(target + " cannot be made by hard link", cause);
    }

    /// Whether this failure means that there are no hard links: FAT and some shares say `EPERM` or `ENOTSUP`, which
    /// Java has no exceptions for.
    static boolean isToldBy(FileSystemException e) {
        var reason = String.valueOf(e.getReason());
        return reason.contains("not permitted") || reason.contains("not supported");
    }
}
