package tidemark.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// No backup could be made. The library itself is as it was.
public final class BackupException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private static final String EFFECT =
            "There is no new backup; the library and the backups made before are untouched.";

    private BackupException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    /// SQLite could not write the copy; the library's own failures keep their names.
    static TidemarkException of(Path library, Path folder, SQLException error) {
        return switch (DatabaseException.of(library, error)) {
            case DatabaseException.Damaged damaged -> damaged;
            case DatabaseException.Busy busy -> busy;
            case DatabaseException.Full _ -> full(folder, error);
            case DatabaseException.ReadOnly _ -> readOnly(folder, error);
            case DatabaseException.TooNew _, DatabaseException.Failed _ ->
                failed(folder, String.valueOf(error.getMessage()), error);
        };
    }

    static BackupException of(Path folder, IOException error) {
        return error instanceof AccessDeniedException || error.getCause() instanceof ReadOnlyFileSystemException
                ? readOnly(folder, error)
                : failed(folder, String.valueOf(error.getMessage()), error);
    }

    /// The copy was written and is not sound.
    static BackupException unsound(Path folder, String finding) {
        return failed(folder, "the copy is not sound: " + finding, new IOException(finding));
    }

    private static BackupException full(Path folder, Throwable cause) {
        return new BackupException(
                new Problem(
                        "The disk is full: no backup could be written to " + folder + ".",
                        EFFECT,
                        "Make room on that disk."),
                cause);
    }

    private static BackupException readOnly(Path folder, Throwable cause) {
        return new BackupException(
                new Problem(
                        "No backup could be written to " + folder + ": it may not be written.",
                        EFFECT,
                        "Give yourself permission to write that folder."),
                cause);
    }

    private static BackupException failed(Path folder, String why, Throwable cause) {
        return new BackupException(
                new Problem(
                        "No backup could be written to " + folder + ": " + why + ".",
                        EFFECT,
                        "Try again; if it happens again, look into the log in the library's folder."),
                cause);
    }
}
