package tidemark.db;

/// The origin of a transaction, told to the listeners of its commit.
public enum Origin {
    /// A person's edit, or another program's: it asks to be synced soon.
    EDIT,
    /// The sync itself: what it applies, acknowledges, or notes of its own progress.
    SYNC,
    /// Upkeep beside the synced rows: the search index, settings, counts.
    UPKEEP
}
