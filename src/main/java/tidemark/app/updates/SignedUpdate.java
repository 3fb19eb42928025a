package tidemark.app.updates;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The signed document about the newest version: `{"release": TEXT, "signature": BASE64}`, where the text is itself
/// JSON (`version`, `notes`, `download`) and the signature, by Ed25519 (RFC 8032), is of exactly its bytes in UTF-8.
record SignedUpdate(String release, String signature) {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern VERSION = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){0,3}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = new JsonMapper();

    /// The document in these bytes.
    ///
    /// @throws UpdateException when it is no such document
    static SignedUpdate parse(byte[] document) {
        try {
            var json = JSON.readTree(document);
            return new SignedUpdate(text(json, "release"), text(json, "signature"));
        } catch (JacksonException | IllegalArgumentException e) {
            throw UpdateException.untrusted("it is no signed document", e);
        }
    }

    /// The update that it describes, after its signature was verified.
    ///
    /// @param key the public key, X.509 in base64
    /// @throws UpdateException when another key signed it, or none, or when it does not describe an update
    Update verified(String key) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey(key));
            check.update(release.getBytes(StandardCharsets.UTF_8));
            if (!check.verify(Base64.getDecoder().decode(signature))) {
                throw UpdateException.untrusted(
                        "its signature is of another key or text", new GeneralSecurityException());
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw UpdateException.untrusted("its signature is none", e);
        }
        return update();
    }

    private static PublicKey publicKey(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw UpdateException.key(e);
        }
    }

    private Update update() {
        try {
            var json = JSON.readTree(release);
            var version = text(json, "version");
            if (!VERSION.matcher(version).matches()) {
                throw new IllegalArgumentException("no version: " + version);
            }
            return new Update(version, text(json, "notes"), address(text(json, "download")));
        } catch (JacksonException | IllegalArgumentException e) {
            throw UpdateException.untrusted("it does not name a version and where it is", e);
        }
    }

    private static String text(JsonNode json, String name) {
        var value = json.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("no text: " + name);
        }
        return value.asString();
    }

    /// The address in a text. Nobody on the way may be able to change what it serves: HTTPS, or this computer itself.
    ///
    /// @throws IllegalArgumentException when it is no such address
    static URI address(String text) {
        var address = URI.create(text.strip());
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var own = scheme.equals("http") && LOOPBACK.contains(String.valueOf(address.getHost()));
        if (address.getHost() == null || !(scheme.equals("https") || own)) {
            throw new IllegalArgumentException("not over HTTPS: " + text);
        }
        return address;
    }
}
