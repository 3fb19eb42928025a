package tidemark.remote.webdav;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tidemark.remote.Credentials;

/// A Digest challenge (RFC 7616) that can be answered, with `qop=auth` or, for old servers, without.
///
/// @param hash the algorithm by its Java name
/// @param isSession whether the algorithm's name ends in `-sess`
record Digest(Challenge challenge, String hash, boolean isSession) {
    private static final List<String> KNOWN = List.of("SHA-256", "SHA-512-256", "MD5");

    /// A request to be signed in.
    ///
    /// @param uri the path with its query, as in the request line
    /// @param count the number of this request among those with the same nonce, from 1
    record Request(String method, String uri, int count, String clientNonce) {}

    /// The challenge to answer, if any can be: by SHA-256 rather than SHA-512-256, and by those rather than MD5.
    static Optional<Digest> best(List<Challenge> challenges) {
        return KNOWN.stream()
                .flatMap(known -> challenges.stream()
                        .filter(each -> each.scheme().equals("digest")
                                && each.parameter("nonce").isPresent())
                        .flatMap(each -> of(each, known).stream()))
                .findFirst();
    }

    private static Optional<Digest> of(Challenge challenge, String known) {
        var named = challenge.parameter("algorithm").orElse("MD5").toUpperCase(Locale.ROOT);
        var isSession = named.equals(known + "-SESS");
        if (!isSession && !named.equals(known)) {
            return Optional.empty();
        }
        var qop = challenge.parameter("qop");
        if (qop.isPresent() && !Arrays.asList(qop.get().split("\\s*,\\s*")).contains("auth")) {
            return Optional.empty();
        }
        return Optional.of(new Digest(challenge, known.equals("SHA-512-256") ? "SHA-512/256" : known, isSession));
    }

    /// The value of the header `Authorization` for a request.
    String authorization(Credentials credentials, Request request) {
        var count = String.format(Locale.ROOT, "%08x", request.count());
        var header = new StringBuilder("Digest ")
                .append(userName(credentials.name()))
                .append(", realm=" + quoted(realm()))
                .append(", nonce=" + quoted(nonce()))
                .append(", uri=" + quoted(request.uri()))
                .append(", response=" + quoted(response(credentials, request, count)));
        challenge.parameter("algorithm").ifPresent(name -> header.append(", algorithm=" + name));
        challenge.parameter("opaque").ifPresent(opaque -> header.append(", opaque=" + quoted(opaque)));
        if (hasQop() || isSession) {
            header.append(", cnonce=" + quoted(request.clientNonce()));
        }
        if (hasQop()) {
            header.append(", qop=auth, nc=" + count);
        }
        return header.toString();
    }

    /// The user name: hashed where the server wishes that, and encoded where the plain form could not be sent.
    private String userName(String name) {
        if (hidesUserName()) {
            return "username=" + quoted(hashed(name + ":" + realm())) + ", userhash=true";
        }
        var isPlain = name.chars().allMatch(c -> c >= ' ' && c < 127);
        return isPlain
                ? "username=" + quoted(name)
                : "username*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
    }

    private boolean hidesUserName() {
        return challenge.parameter("userhash").filter("true"::equalsIgnoreCase).isPresent();
    }

    private String response(Credentials credentials, Request request, String count) {
        var secret = hashed(credentials.name() + ":" + realm() + ":" + credentials.secret());
        var first = isSession ? hashed(secret + ":" + nonce() + ":" + request.clientNonce()) : secret;
        var second = hashed(request.method() + ":" + request.uri());
        return hasQop()
                ? hashed(String.join(":", first, nonce(), count, request.clientNonce(), "auth", second))
                : hashed(first + ":" + nonce() + ":" + second);
    }

    private boolean hasQop() {
        return challenge.parameter("qop").isPresent();
    }

    private String realm() {
        return challenge.parameter("realm").orElse("");
    }

    private String nonce() {
        return challenge.parameter("nonce").orElseThrow();
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
    }

    private String hashed(String text) {
        try {
            var digest = MessageDigest.getInstance(hash);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + hash, e);
        }
    }
}
