package tidemark.app.remotes;

import java.util.Optional;
import tidemark.remote.Credentials;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of credentials, for the stores of secrets.
final class CredentialsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private CredentialsJson() {}

    static ObjectNode write(Credentials credentials) {
        var json = JSON.createObjectNode().put("name", credentials.name()).put("secret", credentials.secret());
        credentials.token().ifPresent(token -> json.put("token", token));
        return json;
    }

    static Optional<Credentials> read(String text) {
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static Optional<Credentials> read(JsonNode json) {
        if (!json.path("name").isString() || !json.path("secret").isString()) {
            return Optional.empty();
        }
        var token =
                json.path("token").isString() ? Optional.of(json.path("token").asString()) : Optional.<String>empty();
        return Optional.of(new Credentials(
                json.path("name").asString(), json.path("secret").asString(), token));
    }
}
