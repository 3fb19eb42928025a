package tidemark.ui.status;

import java.util.List;
import java.util.function.Consumer;
import tidemark.app.base.Traffic;
import tidemark.sync.Comparison;
import tidemark.sync.SyncState;

/// What a person can ask of the sync.
public interface SyncCommands {
    /// Look at the remote at once.
    void syncNow();

    /// Stop until resumed.
    void pause();

    /// Go on.
    void resume();

    /// Show where the remote is set.
    void openSettings();

    /// Show the choices there are after the remote went back.
    void decide(SyncState.ActionNeeded state);

    /// Find out what the remote was asked, and tell the reader on the window's thread.
    void readTraffic(Consumer<Traffic.Summary> reader);

    /// Compare this device with the others, and tell the reader on the window's thread.
    void compareDevices(Consumer<List<Comparison>> reader);

    /// Show what has to be decided.
    void showConflicts();
}
