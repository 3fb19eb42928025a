package tidemark.sync;

import java.time.Instant;
import java.util.Optional;
import tidemark.db.DatabaseException;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteException.UnreadableBatch;
import tidemark.remote.RemoteException.Vanished;

/// The state of the sync, as shown to people; where several hold, the one declared first here is shown.
public sealed interface SyncState {
    /// Only the person can help.
    ///
    /// @param action the act of the button that helps
    record ActionNeeded(Problem problem, Action action) implements SyncState {
        /// The remote was rolled back: the person decides whose state counts.
        static ActionNeeded rolledBack(Problem problem, RollbackKind remote) {
            var isEmpty = remote == RollbackKind.EMPTY;
            return new ActionNeeded(problem, isEmpty ? Action.REMOTE_EMPTIED : Action.REMOTE_WENT_BACK);
        }

        static ActionNeeded unexpected(RuntimeException failure) {
            return new ActionNeeded(
                    new Problem(
                            "Sync met an error that Tidemark does not know: " + failure + ".",
                            "Your library is as it was before; sync tries again in a while.",
                            "If it stays, look into the log in the library's folder."),
                    Action.RETRY);
        }
    }

    /// A batch or checkpoint on the remote can only be applied by a newer program; editing here goes on.
    ///
    /// @param minReader the lowest schema number that can
    record UpdateNeeded(int minReader) implements SyncState {}

    /// The person stopped the sync.
    record Paused() implements SyncState {}

    /// Batches are being pushed or pulled.
    ///
    /// @param done steps finished of `total`, batches or rows
    /// @param bytes sent and received so far
    /// @param bytesPerSecond on average since the round began, 0 when not known yet
    record Syncing(long done, long total, long bytes, long bytesPerSecond) implements SyncState {}

    /// The remote is being asked whether there is something new.
    record Checking() implements SyncState {}

    /// The remote cannot be reached; the sync tries again by itself.
    ///
    /// @param isVanished whether its place can be reached and it is not there: where all was deleted, and nothing
    ///     unplugged, the person may decide that this device's state is sent
    record Offline(Instant nextTry, Problem because, boolean isVanished) implements SyncState {
        static Offline of(TidemarkException failure, Instant nextTry) {
            return new Offline(nextTry, failure.problem(), failure instanceof Vanished);
        }
    }

    /// Changes wait for the end of a burst of edits.
    record Waiting(long changes) implements SyncState {}

    /// In sync, and some conflicts are left to review.
    record Conflicts(long count) implements SyncState {}

    /// In sync.
    record UpToDate() implements SyncState {}

    /// No remote is set.
    record LocalOnly() implements SyncState {}

    /// The state after a round that failed so.
    ///
    /// @param nextTry when a failure that passes by itself is tried again
    static SyncState of(TidemarkException failure, Instant nextTry) {
        return switch (failure) {
            case Unavailable _, DatabaseException.Busy _ -> Offline.of(failure, nextTry);
            case Denied _ -> new ActionNeeded(failure.problem(), Action.REMOTE_SETTINGS);
            case UnreadableBatch _ -> new ActionNeeded(failure.problem(), Action.SKIP_UNREADABLE);
            default -> new ActionNeeded(failure.problem(), Action.RETRY);
        };
    }

    /// The state after a round that ended so; empty when it succeeded.
    static Optional<SyncState> of(SyncResult result) {
        return switch (result) {
            case SyncResult.UpToDate _ -> Optional.empty();
            case SyncResult.UpdateNeeded(var minReader) -> Optional.of(new UpdateNeeded(minReader));
            case SyncResult.RolledBack(var problem, var remote) ->
                Optional.of(ActionNeeded.rolledBack(problem, remote));
        };
    }

    /// The act that the button beside a state offers.
    enum Action {
        /// Try again at once.
        RETRY,
        /// Look at the remote's settings.
        REMOTE_SETTINGS,
        /// Choose whose state counts after a rollback of the remote.
        REMOTE_WENT_BACK,
        /// Choose whether this device's state is sent to the remote, which was emptied.
        REMOTE_EMPTIED,
        /// Choose whether this device's state is sent to the remote's place, where it is not any more.
        REMOTE_VANISHED,
        /// Skip the batch that cannot be read, if no device can.
        SKIP_UNREADABLE
    }
}
