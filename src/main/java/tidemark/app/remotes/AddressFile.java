package tidemark.app.remotes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.OwnerOnly;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The address of the remote in a file beside the library's database, for the day on which that is damaged. The address
/// holds no key and no password; the database's setting is the one that counts.
public final class AddressFile {
    private static final Logger LOG = LoggerFactory.getLogger(AddressFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// The address in this file.
    public AddressFile(Path file) {
        this.file = file;
    }

    /// Makes the file hold this address, or removes it where there is no remote. A failure is logged: the library
    /// itself is not concerned.
    public void keep(Optional<RemoteSettings> remote) {
        try {
            if (remote.isEmpty()) {
                Files.deleteIfExists(file);
            } else if (!isThere(text(remote.get()))) {
                replace(text(remote.get()));
            }
        } catch (IOException e) {
            LOG.warn("The remote's address could not be kept in {}", file, e);
        }
    }

    private boolean isThere(String text) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }

    private void replace(String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        try (var out = OwnerOnly.write(fresh)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(RemoteSettings remote) {
        var json = JSON.createObjectNode().put("user", remote.user());
        switch (remote) {
            case FolderRemote place ->
                json.put("folder", place.folder().toAbsolutePath().normalize().toString());
            case S3Remote bucket -> json.put("s3", AddressJson.write(bucket.address()));
            case WebDavRemote server -> {
                json.put("webdav", server.address().url().toString());
                server.address().certificate().ifPresent(known -> json.put("certificate", known.value()));
            }
        }
        return json.toPrettyString() + "\n";
    }

    /// The address in the file; empty when there is none that can be read.
    public Optional<RemoteSettings> read() {
        try {
            return Files.exists(file) ? Optional.of(parse(JSON.readTree(Files.readString(file)))) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The remote's address in {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    private static RemoteSettings parse(JsonNode json) {
        var user = json.required("user").asString();
        if (json.has("folder")) {
            return new FolderRemote(Path.of(json.required("folder").asString()), user);
        }
        if (json.has("s3")) {
            return new S3Remote(AddressJson.read(json.required("s3").asString()), user);
        }
        var address = WebDavAddress.of(json.required("webdav").asString());
        return new WebDavRemote(
                json.has("certificate")
                        ? address.trusting(
                                Fingerprint.parse(json.required("certificate").asString()))
                        : address,
                user);
    }
}
