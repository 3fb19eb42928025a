package tidemark.sync;

/// A person's decision whose state counts after a rollback of the remote. To go on without a remote is no question to
/// the engine.
public enum RollbackDecision {
    /// This device's: it is sent, and the others follow. The remote's content is kept here as a backup.
    SEND,
    /// The remote's: it is taken, and what is pending stays. This copy is kept as a backup.
    TAKE
}
