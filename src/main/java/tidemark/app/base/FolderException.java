package tidemark.app.base;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure to use the library's folder.
public final class FolderException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private FolderException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    /// The failure to create the library's folder.
    public static FolderException folder(Path folder, IOException cause) {
        return new FolderException(
                new Problem(
                        "The folder " + folder + " cannot be made: " + cause.getMessage() + ".",
                        "There is no library to open.",
                        "Choose another folder with --library, or give yourself permission to write there."),
                cause);
    }

    /// The failure to write the file of keys.
    public static FolderException keys(Path file, IOException cause) {
        return new FolderException(
                new Problem(
                        "The keys could not be written to " + file + ": " + cause.getMessage() + ".",
                        "They are known until the program ends.",
                        "Give yourself permission to write there, or keep them in the system's keychain."),
                cause);
    }

    /// The failure to understand the file of keys.
    public static FolderException unreadableKeys(Path file, IOException cause) {
        return new FolderException(
                new Problem(
                        "The keys in " + file + " cannot be read: " + cause.getMessage() + ".",
                        "The file was left as it is, since it may hold the keys of other remotes.",
                        "Repair the file or give yourself permission to read it; or move it away and give the keys"
                                + " again."),
                cause);
    }

    /// The failure to use a lock file.
    public static FolderException lock(Path file, IOException cause) {
        return new FolderException(
                new Problem(
                        "The file " + file + " cannot be used: " + cause.getMessage() + ".",
                        "It says which Tidemark process may go on, so this one stopped; nothing was changed.",
                        "Give yourself permission to write the file and its folder."),
                cause);
    }
}
