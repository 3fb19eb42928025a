package tidemark.app.remotes;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tidemark.app.base.FolderException;
import tidemark.remote.Credentials;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A file with the keys of remotes that only this user may read, for computers without a keychain.
public final class SecretFile implements SecretStore {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// A store of secrets in this file, which need not exist.
    public SecretFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Credentials> find(String id) {
        return CredentialsJson.read(content().path(id));
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

    private ObjectNode content() {
        try {
            return Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode json
                    ? json
                    : JSON.createObjectNode();
        } catch (IOException | JacksonException e) {
            return JSON.createObjectNode();
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
        createPrivate(fresh);
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createPrivate(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(path, ownerOnly);
            return;
        }
        Files.createFile(path);
        var view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(view.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }
}
