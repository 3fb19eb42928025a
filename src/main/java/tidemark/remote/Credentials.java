package tidemark.remote;

import java.util.Optional;

/// What proves to a storage that a request is its owner's; never shown, logged or put into a URL.
///
/// @param name the access key or user name
/// @param secret the secret key or password
/// @param token of a session that ends by itself, where the storage gives such
public record Credentials(String name, String secret, Optional<String> token) {
    public Credentials {
        if (name.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("credentials have a name and a secret");
        }
    }

    /// A name and a secret that hold until they are revoked.
    public static Credentials of(String name, String secret) {
        return new Credentials(name, secret, Optional.empty());
    }

    /// Says nothing of what it holds.
    @Override
    public String toString() {
        return "credentials";
    }
}
