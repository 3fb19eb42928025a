package tidemark.ui;

import java.util.function.LongConsumer;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// A notification of new conflicts: one after each sync round, however many there are.
final class ConflictNotice {
    private final LongConsumer onConflicts;
    private long known;

    /// A notice for a window.
    ///
    /// @param known the number of conflicts when the window opened
    /// @param onConflicts receives the number of conflicts to review
    ConflictNotice(long known, LongConsumer onConflicts) {
        this.known = known;
        this.onConflicts = onConflicts;
    }

    /// Takes note of the sync's status. While a round is under way nothing is told: more conflicts may come.
    void show(SyncStatus status) {
        if (status.state() instanceof SyncState.Syncing || status.state() instanceof SyncState.Checking) {
            return;
        }
        if (status.conflicts() > known) {
            onConflicts.accept(status.conflicts());
        }
        known = status.conflicts();
    }
}
