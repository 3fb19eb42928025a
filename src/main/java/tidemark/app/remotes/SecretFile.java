package tidemark.app.remotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.FolderException;
import tidemark.db.OwnerOnly;
import tidemark.remote.Credentials;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A file with the keys of remotes that only this user may read, for computers without a keychain.
public final class SecretFile implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// A store of secrets in this file, which need not exist.
    public SecretFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Credentials> find(String id) {
        try {
            return CredentialsJson.read(content().path(id));
        } catch (FolderException e) {
            LOG.warn("The keys in the file are not known", e);
            return Optional.empty();
        }
    }

    @Override
    public boolean keep(String id, Credentials credentials) {
        change(json -> json.set(id, CredentialsJson.write(credentials)));
        return true;
    }

    @Override
    public void forget(String id) {
        if (content().has(id)) {
            change(json -> json.remove(id));
        }
    }

    /// The content of the file. One that cannot be understood is not taken for an empty one: it would be replaced, and
    /// the keys of all remotes in it lost.
    private ObjectNode content() {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            if (text.isBlank()) {
                return JSON.createObjectNode();
            }
            if (JSON.readTree(text) instanceof ObjectNode json) {
                return json;
            }
            throw FolderException.unreadableKeys(file, new IOException("it is no JSON object"));
        } catch (IOException e) {
            throw FolderException.unreadableKeys(file, e);
        } catch (JacksonException _) {
            // its message repeats the text, which may hold a secret
            throw FolderException.unreadableKeys(file, new IOException("it is no JSON"));
        }
    }

    private void change(Consumer<ObjectNode> change) {
        var json = content();
        change.accept(json);
        try {
            if (json.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                replace(json.toString());
            }
        } catch (IOException e) {
            throw FolderException.keys(file, e);
        }
    }

    /// Replaces the file; the new one is readable for its owner only before anything is written to it.
    private void replace(String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.writeString(OwnerOnly.file(fresh), text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
