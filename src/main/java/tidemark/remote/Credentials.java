package tidemark.remote;

import java.util.Optional;

/// The keys by which a storage knows whose request it is; never shown, logged or put into a URL.
///
/// @param name the access key or user name
/// @param secret the secret key or password
/// @param token the token of a session that expires, for storage that gives such
public record Credentials(String name, String secret, Optional<String> token) {
    /// Credentials with a name and a secret.
    ///
    /// @throws IllegalArgumentException when one of them is blank
    public Credentials {
        if (name.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("credentials have a name and a secret");
        }
    }

    /// Credentials without a session: they hold until they are revoked.
    public static Credentials of(String name, String secret) {
        return new Credentials(name, secret, Optional.empty());
    }

    /// The word `credentials` and nothing of what they are, so that no log can hold them.
    @Override
    public String toString() {
        return "credentials";
    }
}
