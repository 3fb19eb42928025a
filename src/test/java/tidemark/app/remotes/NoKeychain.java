package tidemark.app.remotes;

import java.util.Optional;
import tidemark.remote.Credentials;

/// A computer without a keychain.
public final class NoKeychain implements SecretStore {
    @Override
    public Optional<Credentials> find(String id) {
        return Optional.empty();
    }

    @Override
    public boolean keep(String id, Credentials credentials) {
        return false;
    }

    @Override
    public void forget(String id) {
        // nothing was kept
    }
}
