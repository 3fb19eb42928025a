package tidemark.app.remotes;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.Credentials;

/// The keychain of the operating system, where there is one; opened for each use.
final class Keychain implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Tidemark";

    /// Whether there is a keychain on this computer.
    boolean isThere() {
        return with(_ -> true).orElse(false);
    }

    @Override
    public Optional<Credentials> find(String id) {
        return with(keyring -> find(keyring, id)).flatMap(found -> found);
    }

    private static Optional<Credentials> find(Keyring keyring, String id) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, id)).flatMap(CredentialsJson::read);
        } catch (PasswordAccessException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean keep(String id, Credentials credentials) {
        return with(keyring -> keep(keyring, id, credentials)).orElse(false);
    }

    private static boolean keep(Keyring keyring, String id, Credentials credentials) {
        try {
            keyring.setPassword(SERVICE, id, CredentialsJson.write(credentials).toString());
            return true;
        } catch (PasswordAccessException e) {
            LOG.info("The keychain does not take keys: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public void forget(String id) {
        var _ = with(keyring -> forget(keyring, id));
    }

    private static boolean forget(Keyring keyring, String id) {
        try {
            keyring.deletePassword(SERVICE, id);
            return true;
        } catch (PasswordAccessException e) {
            return false;
        }
    }

    /// Runs `work` on the keychain; empty where there is none: no desktop session, no service that answers, no native
    /// library.
    private static <T> Optional<T> with(Function<Keyring, T> work) {
        try {
            var keyring = Keyring.create();
            try {
                return Optional.of(work.apply(keyring));
            } finally {
                close(keyring);
            }
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            LOG.info("There is no keychain: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (Exception e) {
            LOG.info("The keychain did not close: {}", e.getClass().getSimpleName());
        }
    }
}
