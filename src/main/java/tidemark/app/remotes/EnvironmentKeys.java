package tidemark.app.remotes;

import java.util.Map;
import java.util.Optional;
import tidemark.remote.Credentials;

/// The keys in the process's environment variables, for scripts and servers. They are the same for every remote of a
/// kind.
public record EnvironmentKeys(Map<String, String> environment) implements SecretStore {
    private static final String ACCESS_KEY = "TIDEMARK_ACCESS_KEY";
    private static final String SECRET_KEY = "TIDEMARK_SECRET_KEY";
    private static final String USERNAME = "TIDEMARK_USERNAME";
    private static final String PASSWORD = "TIDEMARK_PASSWORD";
    private static final String SESSION_TOKEN = "TIDEMARK_SESSION_TOKEN";

    @Override
    public Optional<Credentials> find(String id) {
        return id.startsWith(WebDavRemote.KIND)
                ? pair(USERNAME, PASSWORD, Optional.empty())
                : pair(ACCESS_KEY, SECRET_KEY, value(SESSION_TOKEN));
    }

    private Optional<Credentials> pair(String name, String secret, Optional<String> token) {
        return value(name).flatMap(known -> value(secret).map(hidden -> new Credentials(known, hidden, token)));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    @Override
    public boolean keep(String id, Credentials credentials) {
        return false;
    }

    @Override
    public void forget(String id) {
        // the environment belongs to whoever started the program
    }

    @Override
    public String toString() {
        return "environment";
    }
}
