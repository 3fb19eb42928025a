package tidemark.app.remotes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tidemark.app.base.FolderException;
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

    /// Stores the keys of a remote in one place; they are removed from the other.
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
            case FILE -> {
                file.keep(id, credentials);
                keychain.forget(id);
            }
            case THIS_RUN -> {}
        }
    }

    /// The keys of a remote in the environment variables.
    Optional<Credentials> fromEnvironment(String id) {
        return environment.find(id);
    }

    /// The place in which these keys are kept for the next start.
    KeyStorage storageOf(String id, Credentials credentials) {
        var wanted = Optional.of(credentials);
        if (keychain.find(id).equals(wanted)) {
            return KeyStorage.KEYCHAIN;
        }
        return file.find(id).equals(wanted) ? KeyStorage.FILE : KeyStorage.THIS_RUN;
    }

    /// Removes the keys of a remote from all places.
    ///
    /// @return the reason why they may still be in the file
    Optional<Problem> forget(String id) {
        given.remove(id);
        keychain.forget(id);
        try {
            file.forget(id);
            return Optional.empty();
        } catch (FolderException e) {
            return Optional.of(e.problem());
        }
    }

    private static Problem noKeychain() {
        return new Problem(
                "This computer has no keychain that would take the keys.",
                "They are known until the program ends.",
                "Let them be kept in a file that only you may read (--keys-in-file), or give them at each start.");
    }
}
