package tidemark.remote.folder;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.problem.Problem;

/// The judgement whether a folder is a good place for a remote, or for a library.
///
/// A program that copies folders between computers shows each computer its own copy for a while. So two of them can
/// both be the first to create a file there, which a remote must exclude, and it copies a database while it is being
/// written.
public final class FolderPlacement {
    private FolderPlacement() {}

    /// The reason why `folder` cannot be a remote, if there is one; the folder need not exist.
    public static Optional<Problem> refusalForRemote(Path folder) {
        var synced = SyncedFolder.around(folder).map(found -> syncedRemote(folder, found));
        return synced.isPresent() || FileSystemKind.of(folder) != FileSystemKind.CLOUD_MOUNT
                ? synced
                : Optional.of(mountedRemote(folder));
    }

    /// The warning to a person who would keep a library in `folder`, if there is one; the folder need not exist.
    public static Optional<Problem> warningForLibrary(Path folder) {
        var synced = SyncedFolder.around(folder).map(found -> syncedLibrary(folder, found));
        return synced.isPresent() || FileSystemKind.of(folder) == FileSystemKind.LOCAL
                ? synced
                : Optional.of(distantLibrary(folder));
    }

    private static Problem syncedRemote(Path folder, SyncedFolder found) {
        return new Problem(
                "The folder " + folder + " lies in " + found.folder() + ", which "
                        + found.program().title() + " copies between computers.",
                "It cannot be used for sync: two computers could both believe that they were first, and an edit would"
                        + " be lost.",
                "Choose a folder outside of it, for example on a network share or a USB disk, or use S3 or WebDAV.");
    }

    private static Problem mountedRemote(Path folder) {
        return new Problem(
                "The folder " + folder + " is cloud storage that is shown as a disk.",
                "It cannot be used for sync: it does not tell which of two computers was first, and an edit would be"
                        + " lost.",
                "Connect to that storage itself by S3 or WebDAV, or choose an ordinary folder.");
    }

    private static Problem syncedLibrary(Path folder, SyncedFolder found) {
        return new Problem(
                "The library " + folder + " lies in " + found.folder() + ", which "
                        + found.program().title() + " copies between computers.",
                "The database may be copied while it is being written, and then be damaged or go back in time.",
                "Move the library to a folder outside of it, and let Tidemark do the sync.");
    }

    private static Problem distantLibrary(Path folder) {
        return new Problem(
                "The library " + folder + " is not on a disk of this computer.",
                "Over a network a database is slow, and is damaged when two computers open it at once.",
                "Move the library to a disk of this computer; the network folder may serve as the place to sync with.");
    }
}
