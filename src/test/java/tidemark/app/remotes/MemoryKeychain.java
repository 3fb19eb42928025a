package tidemark.app.remotes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tidemark.remote.Credentials;

/// A keychain in memory.
public final class MemoryKeychain implements SecretStore {
    private final Map<String, Credentials> kept = new HashMap<>();

    @Override
    public Optional<Credentials> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public boolean keep(String id, Credentials credentials) {
        kept.put(id, credentials);
        return true;
    }

    @Override
    public void forget(String id) {
        kept.remove(id);
    }
}
