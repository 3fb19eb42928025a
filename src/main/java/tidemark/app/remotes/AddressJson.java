package tidemark.app.remotes;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Address.Style;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON form of a bucket's address, in which the settings keep it.
public final class AddressJson {
    private static final JsonMapper JSON = new JsonMapper();

    private AddressJson() {}

    /// The address as one line of JSON.
    public static String write(S3Address address) {
        var json = JSON.createObjectNode()
                .put("endpoint", address.endpoint().toString())
                .put("bucket", address.bucket())
                .put("prefix", address.prefix())
                .put("region", address.region())
                .put("style", address.style().name());
        address.proxy().ifPresent(proxy -> json.put("proxy", proxy.toString()));
        address.certificates().ifPresent(file -> json.put("certificates", file.toString()));
        return json.toString();
    }

    /// The address in a text that [#write] wrote.
    ///
    /// @throws tidemark.remote.RemoteException.Denied when it cannot be the address of a bucket
    public static S3Address read(String text) {
        var json = JSON.readTree(text);
        return new S3Address(
                URI.create(json.required("endpoint").asString()),
                json.required("bucket").asString(),
                json.required("prefix").asString(),
                json.required("region").asString(),
                Style.valueOf(json.required("style").asString()),
                optional(json, "proxy").map(URI::create),
                optional(json, "certificates").map(Path::of));
    }

    private static Optional<String> optional(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.required(name).asString()) : Optional.empty();
    }
}
