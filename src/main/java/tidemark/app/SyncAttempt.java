package tidemark.app;

import tidemark.sync.SyncResult;

/// The outcome of an attempt to sync once.
public sealed interface SyncAttempt {
    /// A round was run to its end.
    ///
    /// @param files the contents that were moved beside it
    record Ended(SyncResult result, FilesMoved files) implements SyncAttempt {
        /// A round that moved no contents.
        public Ended(SyncResult result) {
            this(result, FilesMoved.NOTHING);
        }
    }

    /// No remote is set.
    record NoRemote() implements SyncAttempt {}

    /// Another process was syncing this library all the time.
    ///
    /// @param pending rows with changes that it has not sent yet
    record Elsewhere(long pending) implements SyncAttempt {}
}
