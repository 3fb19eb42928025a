package tidemark.app.remotes;

import java.util.Optional;
import tidemark.remote.Credentials;

/// Somewhere that the keys of remotes can be kept, each under the id of its remote.
public interface SecretStore {
    /// The keys of this remote, if they are here.
    Optional<Credentials> find(String id);

    /// Keeps them; says whether that was possible.
    boolean keep(String id, Credentials credentials);

    /// Removes them, if they are here.
    void forget(String id);
}
