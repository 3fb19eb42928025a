package tidemark.sync;

/// What lies on a remote that went back.
public enum RollbackKind {
    /// Nothing.
    EMPTY,
    /// A library that this one was never synced with.
    ANOTHER_LIBRARY,
    /// This library as it was on an older day, or as others went on from there.
    ANOTHER_STATE
}
