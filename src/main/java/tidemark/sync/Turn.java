package tidemark.sync;

/// What a step of the service comes to.
enum Turn {
    /// Nothing, until the person goes on.
    PAUSED,
    /// Nothing yet.
    WAITING,
    /// A round of sync.
    ROUND
}
