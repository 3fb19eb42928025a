package tidemark.sync;

import tidemark.problem.Problem;

/// A rollback of the remote: it is another library, or lacks versions that this copy has seen there. Ends the round.
final class RemoteRolledBack extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final RollbackKind remote;

    private RemoteRolledBack(String cause, RollbackKind remote) {
        super(cause);
        this.remote = remote;
        this.problem = new Problem(
                cause,
                "Sync has stopped; nothing here or there was changed, and no absence was taken for a deletion.",
                "Reconnect the right storage, or decide whether this device's copy or the remote's counts.");
    }

    static RemoteRolledBack emptied() {
        return new RemoteRolledBack(
                "The remote is empty, though this library was synced with it before.", RollbackKind.EMPTY);
    }

    static RemoteRolledBack swapped() {
        return new RemoteRolledBack(
                "The remote holds another library than the one on this device.", RollbackKind.ANOTHER_LIBRARY);
    }

    static RemoteRolledBack older(String cause) {
        return new RemoteRolledBack(cause, RollbackKind.ANOTHER_STATE);
    }

    Problem problem() {
        return problem;
    }

    /// The content of the remote now.
    RollbackKind remote() {
        return remote;
    }
}
