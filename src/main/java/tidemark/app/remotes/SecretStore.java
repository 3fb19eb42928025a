package tidemark.app.remotes;

import java.util.Optional;
import tidemark.remote.Credentials;

/// A store for the keys of remotes, each under the id of its remote.
public interface SecretStore {
    /// The keys of this remote, if they are in this store.
    Optional<Credentials> find(String id);

    /// Stores the keys, and returns whether that was possible.
    boolean keep(String id, Credentials credentials);

    /// Removes the keys, if they are in this store.
    void forget(String id);
}
