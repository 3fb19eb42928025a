package tidemark.sync;

/// The kind of a rollback: the content of the remote that was rolled back.
public enum RollbackKind {
    /// Nothing.
    EMPTY,
    /// A library that this one was never synced with.
    ANOTHER_LIBRARY,
    /// This library as it was on an older day, or as others went on from there.
    ANOTHER_STATE
}
