package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tidemark.problem.Problem;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;

/// The failures of a folder remote, each explained by what helps.
final class FolderProblems {
    private static final String SAFE = "Every change is safe on this computer.";
    private static final long HARDLY_ANY_SPACE = 64 * 1024;

    private static final String[] NO_SPACE = {"no space left", "not enough space", "quota"};

    private final Path root;

    FolderProblems(Path root) {
        this.root = root;
    }

    /// Explains a failure while reading.
    RemoteException reading(IOException e) {
        return explain(e, isAbout(e, NO_SPACE));
    }

    private static final String EMPTIED = "If what was in it was deleted, run `tidemark remote went-back --send`: it"
            + " sends this device's state there.";

    /// Explains a failure while writing.
    RemoteException writing(IOException e) {
        return explain(e, isAbout(e, NO_SPACE) || isAlmostFull());
    }

    /// Explains a failure while the root is being set up.
    RemoteException settingUp(IOException e) {
        return explainPresent(e, isAbout(e, NO_SPACE));
    }

    /// The failure for a root that is missing, or is not the one that was set up.
    RemoteException.Unavailable absent() {
        return isAround()
                ? new RemoteException.Vanished(whyAbsent())
                : new RemoteException.Unavailable(whyAbsent(), Optional.empty());
    }

    RemoteException.Corrupt notAFile(ObjectName name) {
        return new RemoteException.Corrupt(new Problem(
                "In the folder " + root + ", " + name + " is not an ordinary file.",
                "It was neither read nor changed, and sync stops here.",
                "Look what has been put there, and move it away."));
    }

    RemoteException.Corrupt notAFolder(Path path) {
        return new RemoteException.Corrupt(new Problem(
                path + " is a link or a file where a folder should be.",
                "Nothing was read or written through it, as it could lead anywhere, and sync stops here.",
                "Replace it by the folder itself, or choose the folder it leads to as a whole."));
    }

    RemoteException.Denied noAtomicCreation() {
        return new RemoteException.Denied(new Problem(
                "The file system of " + root + " cannot tell which of two computers came first.",
                "The folder was not set up, because changes could be lost in it.",
                "Choose a folder on another disk or share."));
    }

    RemoteException.Corrupt unknownCreateMethod(String word) {
        return new RemoteException.Corrupt(new Problem(
                "The file " + root.resolve(StoreMarker.NAME)
                        + " says nothing that this version knows about writing here ("
                        + (word.isEmpty() ? "no entry" : word) + ").",
                "Sync stops here; every change is safe on this computer.",
                "Update Tidemark; if it is the newest, put that file back from a backup."));
    }

    private RemoteException explain(IOException e, boolean full) {
        if (!isAbsent()) {
            return explainPresent(e, full);
        }
        return isAround()
                ? new RemoteException.Vanished(whyAbsent(), e)
                : new RemoteException.Unavailable(whyAbsent(), e);
    }

    private RemoteException explainPresent(IOException e, boolean full) {
        if (full) {
            return new RemoteException.Unavailable(noSpace(), e);
        }
        if (e instanceof NoHardLinksException) {
            return new RemoteException.Denied(noHardLinks(), e);
        }
        if (e instanceof AccessDeniedException || isAbout(e, "read-only", "write protected")) {
            return new RemoteException.Denied(noPermission(e), e);
        }
        return new RemoteException.Unavailable(other(e), e);
    }

    private boolean isAbsent() {
        try {
            return !Existence.exists(root.resolve(StoreMarker.NAME));
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether the root, or the folder around it, is there.
    private boolean isAround() {
        return Files.isDirectory(root) || (root.getParent() != null && Files.isDirectory(root.getParent()));
    }

    private Problem whyAbsent() {
        if (Files.isDirectory(root)) {
            return new Problem(
                    "The folder " + root + " is there, but it is not the one that was set up: " + StoreMarker.NAME
                            + " is missing in it, as in the empty folder that an unplugged disk leaves.",
                    SAFE,
                    "Connect the disk or share. If this is the right folder all the same, set it up again. " + EMPTIED);
        }
        if (root.getParent() != null && Files.isDirectory(root.getParent())) {
            return new Problem(
                    "The folder " + root + " is not there, though the folder around it is.",
                    SAFE,
                    "Connect the disk or share it is on. If it was moved, set up its new place. " + EMPTIED);
        }
        return new Problem(
                "The folder " + root + " is not there.",
                SAFE,
                "Connect the disk or share it is on. If it was moved, set up its new place.");
    }

    private Problem noSpace() {
        return new Problem(
                "The disk of the folder " + root + " is full.",
                "Nothing half-written was left there. " + SAFE,
                "Make room on that disk.");
    }

    private Problem noPermission(IOException e) {
        return new Problem(
                "Access was refused in the folder " + root + " (" + e.getMessage() + ").",
                SAFE,
                "Give your user the right to read and write there, or make the disk writable.");
    }

    private Problem noHardLinks() {
        return new Problem(
                "The folder " + root + " was set up with hard links, which this computer cannot make there.",
                "Nothing was sent, because two computers could take each other's place. " + SAFE,
                "Reach the folder in the way it was set up (the same kind of share), or move to a new folder.");
    }

    private Problem other(IOException e) {
        return new Problem(
                "The folder " + root + " could not be used: " + why(e) + ".",
                SAFE,
                "If it stays so, check the disk or share.");
    }

    /// The failure in words: without a reason its message is only a path.
    private static String why(IOException e) {
        if (e instanceof FileAlreadyExistsException file) {
            return "a file is in the way at " + file.getFile();
        }
        return e instanceof FileSystemException file && file.getReason() == null
                ? "the system lets nothing be made at " + file.getFile()
                : String.valueOf(e.getMessage());
    }

    private boolean isAlmostFull() {
        try {
            return Files.getFileStore(root).getUsableSpace() < HARDLY_ANY_SPACE;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isAbout(IOException e, String... words) {
        var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(message::contains);
    }
}
