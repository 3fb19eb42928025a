package tidemark.sync.state;

/// A listener to the progress of a round of sync.
public interface Progress {
    /// A listener that ignores it.
    Progress NONE = (_, _, _) -> {};

    /// Called after a batch was sent or applied.
    ///
    /// @param done batches sent or applied in this round
    /// @param total batches known of, at least `done`
    /// @param bytes the bytes of this batch on the remote
    void advanced(long done, long total, long bytes);
}
