package tidemark.sync;

import tidemark.problem.Problem;

/// How a round of sync ended, when it was not cut short by a failure.
public sealed interface SyncResult {
    /// This copy and the remote hold the same.
    ///
    /// @param pulled batches applied
    /// @param pushed batches committed
    record UpToDate(long pulled, long pushed) implements SyncResult {}

    /// A newer program wrote what this one cannot apply.
    ///
    /// @param minReader the lowest schema number that can
    record UpdateNeeded(int minReader) implements SyncResult {}

    /// The remote lacks what this copy knows was there: it was emptied, swapped or restored. Nothing was changed.
    ///
    /// @param remote what lies there now
    record RolledBack(Problem problem, RollbackKind remote) implements SyncResult {}
}
