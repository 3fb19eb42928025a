package tidemark.sync;

/// The act of one step of the service.
enum Turn {
    /// Nothing, until the person goes on.
    PAUSED,
    /// Nothing yet.
    WAITING,
    /// A round of sync.
    ROUND
}
