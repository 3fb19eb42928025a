package tidemark.ui.status;

import java.util.List;
import java.util.function.Consumer;
import tidemark.app.base.Traffic;
import tidemark.sync.Comparison;
import tidemark.sync.SyncState;

/// The commands of a person to the sync.
public interface SyncCommands {
    /// Syncs at once.
    void syncNow();

    /// Pauses the sync until [#resume].
    void pause();

    /// Resumes the sync.
    void resume();

    /// Shows the set-up of the remote.
    void openSettings();

    /// Shows the decisions there are after a rollback of the remote.
    void decide(SyncState.ActionNeeded state);

    /// Asks whether the batch that no device can read is to be skipped.
    void skipUnreadable(SyncState.ActionNeeded state);

    /// Reads the number of requests to the remote, and calls `reader` on the window's thread.
    void readTraffic(Consumer<Traffic.Summary> reader);

    /// Compares this device with the others, and calls `reader` on the window's thread.
    void compareDevices(Consumer<List<Comparison>> reader);

    /// Shows the open conflicts.
    void showConflicts();
}
