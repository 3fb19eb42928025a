package tidemark.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A backup that could not be made. The library itself is unchanged.
public final class BackupException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(BackupException.class);

    /// In bytes; with less free space no folder can be made, nor the smallest library be copied.
    private static final long LEAST_ROOM = 64 * 1024;

    private static final String EFFECT =
            "There is no new backup; the library and the backups made before are untouched.";

    private BackupException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    /// The failure of SQLite to write the copy; failures of the library itself keep their types.
    static TidemarkException of(Path library, Path folder, SQLException error) {
        return switch (DatabaseException.of(library, error)) {
            case DatabaseException.Damaged damaged -> damaged;
            case DatabaseException.Busy busy -> busy;
            case DatabaseException.Full _ -> full(folder, error);
            case DatabaseException.ReadOnly _ -> readOnly(folder, error);
            case DatabaseException.TooNew _, DatabaseException.NotLoaded _, DatabaseException.Failed _ ->
                failed(folder, String.valueOf(error.getMessage()), error);
        };
    }

    static BackupException of(Path folder, IOException error) {
        if (error instanceof AccessDeniedException || isReadOnly(folder)) {
            return readOnly(folder, error);
        }
        return isFull(folder) ? full(folder, error) : failed(folder, String.valueOf(error.getMessage()), error);
    }

    /// Whether the disk is full. The system's error message is in the person's language, so the disk is asked.
    private static boolean isFull(Path folder) {
        return disk(folder, disk -> disk.getUsableSpace() < LEAST_ROOM);
    }

    private static boolean isReadOnly(Path folder) {
        return disk(folder, FileStore::isReadOnly);
    }

    /// A question about the disk of a folder, or of its parent when it does not exist yet.
    @FunctionalInterface
    private interface Question {
        boolean ask(FileStore disk) throws IOException;
    }

    private static boolean disk(Path folder, Question question) {
        try {
            return question.ask(Files.getFileStore(Files.exists(folder) ? folder : folder.getParent()));
        } catch (IOException e) {
            LOG.debug("Nothing is known of the disk of {}", folder, e);
            return false;
        }
    }

    /// The failure of a copy that was written and is not sound.
    static BackupException unsound(Path folder, String finding) {
        return failed(folder, "the copy is not sound: " + finding, new IOException(finding));
    }

    private static BackupException full(Path folder, Throwable cause) {
        return new BackupException(
                new Problem(
                        "The disk is full: no backup could be written to " + folder + ".",
                        EFFECT,
                        "Make room on that disk; the next is tried in a quarter of an hour."),
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
