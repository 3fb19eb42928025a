package tidemark.sync.log;

import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.state.Outgoing;

/// Answers the one question that the protocol asks of a remote: does this batch stand under its number?
sealed interface Commits permits CreateCommits, ClaimCommits {
    /// Tries to make the batch the one of its number. `CREATED`: it stands there, whole. `EXISTS`: what stands there
    /// must be read, and may be this batch all the same.
    ///
    /// @throws tidemark.remote.RemoteException.Unavailable when the outcome is not known
    Creation commit(Outgoing.Frozen frozen);
}
