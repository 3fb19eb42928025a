package tidemark.sync;

import java.util.Optional;
import tidemark.problem.Problem;

/// The outcome of a round of sync that no failure cut short.
public sealed interface SyncResult {
    /// This copy and the remote hold the same.
    ///
    /// @param pulled batches applied
    /// @param pushed batches committed
    /// @param notice what a person is to know, once
    record UpToDate(long pulled, long pushed, Optional<Problem> notice) implements SyncResult {
        /// A round after which there is nothing more to know.
        public UpToDate(long pulled, long pushed) {
            this(pulled, pushed, Optional.empty());
        }
    }

    /// A batch or checkpoint there can only be applied by a newer program.
    ///
    /// @param minReader the lowest schema number that can
    record UpdateNeeded(int minReader) implements SyncResult {}

    /// The remote lacks what this copy knows was there: it was emptied, swapped or restored. Nothing was changed.
    ///
    /// @param remote the content of the remote now
    record RolledBack(Problem problem, RollbackKind remote) implements SyncResult {}
}
