package tidemark.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure of the library's database, named by what the person can do about it.
public abstract sealed class DatabaseException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private DatabaseException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    private DatabaseException(Problem problem) {
        super(problem);
    }

    /// The file is damaged, or is no SQLite database at all.
    public static final class Damaged extends DatabaseException {
        private static final long serialVersionUID = 1L;

        private final transient Path file;

        Damaged(Path file, Problem problem, Throwable cause) {
            super(problem, cause);
            this.file = file;
        }

        /// Whether this is the damaged file.
        public boolean isOf(Path other) {
            return file.equals(other);
        }
    }

    /// SQLite itself could not be loaded.
    public static final class NotLoaded extends DatabaseException {
        private static final long serialVersionUID = 1L;

        NotLoaded(Problem problem, Throwable cause) {
            super(problem, cause);
        }
    }

    /// A newer program wrote the file.
    public static final class TooNew extends DatabaseException {
        private static final long serialVersionUID = 1L;

        TooNew(Path file, int found, int known) {
            super(new Problem(
                    "The library " + file + " was written by a newer Tidemark (its format is " + found
                            + ", this program knows " + known + ").",
                    "It was not opened and not changed.",
                    "Update Tidemark on this computer, then open the library again."));
        }
    }

    /// The file or its folder may not be written.
    public static final class ReadOnly extends DatabaseException {
        private static final long serialVersionUID = 1L;

        ReadOnly(Path file, Throwable cause) {
            super(
                    new Problem(
                            "The library " + file + " may not be written.",
                            "Nothing was changed; edits could not be kept.",
                            "Give yourself permission to write the file and its folder, or copy the library to a folder"
                                    + " of yours and open it there."),
                    cause);
        }
    }

    /// The disk has no room left.
    public static final class Full extends DatabaseException {
        private static final long serialVersionUID = 1L;

        Full(Path file, Throwable cause) {
            super(
                    new Problem(
                            "The disk that holds the library " + file + " is full.",
                            "The last change could not be saved; everything before it is safe.",
                            "Make room on the disk and try again."),
                    cause);
        }
    }

    /// Another program keeps the file locked for longer than we wait.
    public static final class Busy extends DatabaseException {
        private static final long serialVersionUID = 1L;

        Busy(Path file, Throwable cause) {
            super(
                    new Problem(
                            "Another program keeps the library " + file + " locked.",
                            "This change was not saved; nothing else was touched.",
                            "Close the other program, or wait until it has finished, and try again."),
                    cause);
        }
    }

    /// Any other error of SQLite: a defect of ours, or of the disk.
    public static final class Failed extends DatabaseException {
        private static final long serialVersionUID = 1L;

        Failed(Path file, Throwable cause) {
            this(
                    "The library " + file + " could not be used: " + cause.getMessage() + ".",
                    "This change was not saved; everything before it is safe.",
                    cause);
        }

        private Failed(String what, String effect, Throwable cause) {
            super(
                    new Problem(
                            what, effect, "Try again; if it happens again, look into the log in the library's folder."),
                    cause);
        }
    }

    /// The failure for SQLite's error code.
    static DatabaseException of(Path file, SQLException error) {
        var code = error instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (primary(code)) {
            case SQLITE_NOTADB -> notADatabase(file, error);
            case SQLITE_CORRUPT -> damaged(file, error);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> new ReadOnly(file, error);
            case SQLITE_FULL -> new Full(file, error);
            case SQLITE_BUSY, SQLITE_LOCKED -> new Busy(file, error);
            default -> new Failed(file, error);
        };
    }

    /// The failure of the step that migrates the file to this format.
    static DatabaseException migration(Path file, int format, SQLException error) {
        var failure = of(file, error);
        return failure instanceof Failed
                ? new Failed(
                        "The library " + file + " could not be brought to format " + format + ": " + error.getMessage()
                                + ".",
                        "It was left in the format it had; nothing is lost.",
                        error)
                : failure;
    }

    /// SQLite's extended codes carry the primary one in their lowest byte.
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code.code < 0 ? code : SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }

    static Damaged notADatabase(Path file, Throwable cause) {
        return new Damaged(
                file,
                new Problem(
                        file + " is not a Tidemark library: it is no SQLite database.",
                        "It was not opened and not changed.",
                        "Choose another folder, or restore the file from a backup."),
                cause);
    }

    /// The failure for a database of another program.
    static Damaged foreign(Path file) {
        return new Damaged(
                file,
                new Problem(
                        file + " is not a Tidemark library: another program made this database.",
                        "It was not opened and not changed.",
                        "Choose another folder."),
                new IOException("application_id is not ours"));
    }

    /// The failure for a library whose file is missing or empty, though it was there before.
    public static Damaged missing(Path file) {
        return new Damaged(
                file,
                new Problem(
                        "The library's file " + file + " is missing or empty, though a library was there.",
                        "Nothing was made in its place; what was synced before is safe on the remote.",
                        "Rebuild it with `tidemark rebuild`, or bring the file back."),
                new IOException("no database"));
    }

    private static Damaged damaged(Path file, SQLException error) {
        return new Damaged(
                file,
                new Problem(
                        "The library " + file + " is damaged.",
                        "It was left as it is; what was synced before is safe on the remote.",
                        "Rebuild it with `tidemark rebuild`, or restore the newest file from the library's backups"
                                + " folder."),
                error);
    }
}
