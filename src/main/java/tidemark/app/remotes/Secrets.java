package tidemark.app.remotes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tidemark.app.base.LibraryFolder;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;

/// The keys of remotes: from the environment, else as given in this run, else from the keychain, else from the file.
/// They are stored nowhere else.
public final class Secrets {
    private final SecretStore environment;
    private final SecretStore keychain;
    private final SecretStore file;
    private final Map<String, Credentials> given = new ConcurrentHashMap<>();

    /// The keys in these three stores.
    public Secrets(SecretStore environment, SecretStore keychain, SecretStore file) {
        this.environment = environment;
        this.keychain = keychain;
        this.file = file;
    }

    /// The keys as this computer stores them, for the library in this folder.
    ///
    /// @param environment the process's environment variables
    public static Secrets of(LibraryFolder folder, Map<String, String> environment) {
        return new Secrets(new EnvironmentKeys(environment), new Keychain(), new SecretFile(folder.keys()));
    }

    Optional<Credentials> find(String id) {
        return environment
                .find(id)
                .or(() -> Optional.ofNullable(given.get(id)))
                .or(() -> keychain.find(id))
                .or(() -> file.find(id));
    }

    /// Stores the keys of a remote. Storing them in the keychain removes them from the file.
    ///
    /// @throws Denied when there is no keychain to keep them in
    void keep(String id, Credentials credentials, KeyStorage storage) {
        given.put(id, credentials);
        switch (storage) {
            case KEYCHAIN -> {
                if (!keychain.keep(id, credentials)) {
                    throw new Denied(noKeychain());
                }
                file.forget(id);
            }
            case FILE -> file.keep(id, credentials);
            case THIS_RUN -> {}
        }
    }

    void forget(String id) {
        given.remove(id);
        Stream.of(keychain, file).forEach(place -> place.forget(id));
    }

    private static Problem noKeychain() {
        return new Problem(
                "This computer has no keychain that would take the keys.",
                "They are known until the program ends.",
                "Let them be kept in a file that only you may read, or give them at each start.");
    }
}
