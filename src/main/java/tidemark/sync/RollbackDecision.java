package tidemark.sync;

/// Whose state counts after the remote went back. Going on without a remote is no question to the engine.
public enum RollbackDecision {
    /// This device's: it is sent, and the others follow. What lies on the remote is kept here as a backup.
    SEND,
    /// The remote's: it is taken, and what is not sent yet stays. What is here is kept as a backup.
    TAKE
}
