package tidemark.cli;

import java.nio.file.AccessDeniedException;
import tidemark.app.base.FolderException;
import tidemark.db.DatabaseException;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException;
import tidemark.sync.SyncResult;

/// The outcome of a command, as a number for scripts.
enum ExitCode {
    /// Everything asked for was done.
    DONE(0),
    /// It failed, in a way that has no code of its own.
    FAILED(1),
    /// The command line makes no sense.
    USAGE(2),
    /// It was done, and something is left to review: conflicts, what an import or export left out, or files that were
    /// not moved.
    REVIEW(3),
    /// The remote cannot be reached.
    UNREACHABLE(4),
    /// The remote, or the system, refuses.
    DENIED(5),
    /// The library or the remote is damaged, belongs to another library, or was rolled back.
    DAMAGED(6);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /// The code for a failure.
    static ExitCode of(TidemarkException failure) {
        return switch (failure) {
            case DatabaseException database -> of(database);
            case RemoteException remote -> of(remote);
            case FolderException folder -> folder.getCause() instanceof AccessDeniedException ? DENIED : FAILED;
            default -> FAILED;
        };
    }

    private static ExitCode of(DatabaseException failure) {
        return switch (failure) {
            case DatabaseException.Damaged _ -> DAMAGED;
            case DatabaseException.ReadOnly _, DatabaseException.NotLoaded _ -> DENIED;
            case DatabaseException.TooNew _,
                    DatabaseException.Full _,
                    DatabaseException.Busy _,
                    DatabaseException.Failed _ -> FAILED;
        };
    }

    private static ExitCode of(RemoteException failure) {
        return switch (failure) {
            case RemoteException.Unavailable _ -> UNREACHABLE;
            case RemoteException.Denied _ -> DENIED;
            case RemoteException.Corrupt _ -> DAMAGED;
        };
    }

    /// The code for the result of a sync round, conflicts aside.
    static ExitCode of(SyncResult result) {
        return switch (result) {
            case SyncResult.UpToDate _ -> DONE;
            case SyncResult.UpdateNeeded _ -> FAILED;
            case SyncResult.RolledBack _ -> DAMAGED;
        };
    }
}
