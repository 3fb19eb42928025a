package tidemark.sync.log;

import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.state.Outgoing;

/// The one question that the protocol asks of a remote: whether this batch is the one under its number.
sealed interface Commits permits CreateCommits, ClaimCommits {
    /// Tries to commit the batch under its number. `CREATED`: it is there, whole. `EXISTS`: the object there must be
    /// read, and may be this batch all the same.
    ///
    /// @throws tidemark.remote.RemoteException.Unavailable when the outcome is not known
    Creation commit(Outgoing.Frozen frozen);
}
