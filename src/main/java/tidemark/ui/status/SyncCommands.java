package tidemark.ui.status;

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

    /// Show what has to be decided.
    void showConflicts();
}
