package tidemark.sync.state;

/// Is told how a round of sync gets on.
public interface Progress {
    /// Nobody looks.
    Progress NONE = (_, _, _) -> {};

    /// A batch was sent or applied.
    ///
    /// @param done batches sent or applied in this round
    /// @param total batches known of, at least `done`
    /// @param bytes of those done
    void advanced(long done, long total, long bytes);
}
