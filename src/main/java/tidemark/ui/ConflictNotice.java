package tidemark.ui;

import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// A notification of new conflicts: one after each sync round, however many there are.
final class ConflictNotice {
    /// A receiver of the news.
    interface Receiver {
        /// Takes the number of open conflicts, and how many of them are new.
        void arrived(long open, long fresh);
    }

    private final Receiver receiver;
    private long known;

    /// A notice for a window.
    ///
    /// @param known the number of conflicts when the window opened
    ConflictNotice(long known, Receiver receiver) {
        this.known = known;
        this.receiver = receiver;
    }

    /// Takes note of the sync's status. While a round is under way nothing is told: more conflicts may come.
    void show(SyncStatus status) {
        if (status.state() instanceof SyncState.Syncing || status.state() instanceof SyncState.Checking) {
            return;
        }
        if (status.conflicts() > known) {
            receiver.arrived(status.conflicts(), status.conflicts() - known);
        }
        known = status.conflicts();
    }
}
