package tidemark.app.updates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.app.base.Settings;

/// Whether there is a newer version: asked only when the person wants to know, at an address that they chose, believed
/// only when it is signed. Nothing is downloaded and nothing replaced.
public final class Updates {
    private static final String ADDRESS = "update.address";
    private static final String KEY = "update.key";
    private static final int MOST_BYTES = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern DOT = Pattern.compile("\\.");

    /// Where to look, and whose signature counts.
    ///
    /// @param address of the document; empty for not looking at all
    /// @param key the public key, X.509 in base64
    public record Source(String address, String key) {}

    private final Settings settings;
    private final String version;

    /// @param version of this program
    public Updates(Settings settings, String version) {
        this.settings = settings;
        this.version = version;
    }

    /// What is set; empty at first.
    public Source source() {
        return new Source(settings.get(ADDRESS).orElse(""), settings.get(KEY).orElse(""));
    }

    /// Keeps where to look.
    public void source(Source source) {
        settings.set(ADDRESS, source.address().strip());
        settings.set(KEY, source.key().strip());
    }

    /// The newest version, if it is newer than this one.
    ///
    /// @throws UpdateException when that cannot be found out, or what is found is not signed by the key
    public Optional<Update> look(Source source) {
        var update = SignedUpdate.parse(read(address(source.address()))).verified(source.key());
        return isNewer(update.version(), version) ? Optional.of(update) : Optional.empty();
    }

    private static URI address(String text) {
        try {
            return SignedUpdate.address(text);
        } catch (IllegalArgumentException e) {
            throw UpdateException.address(text, e);
        }
    }

    private static byte[] read(URI address) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(MOST_BYTES + 1);
                if (answer.statusCode() != 200) {
                    throw new IOException("answered with " + answer.statusCode());
                }
                if (bytes.length > MOST_BYTES) {
                    throw UpdateException.untrusted("it is larger than any such document", new IOException());
                }
                return bytes;
            }
        } catch (IOException e) {
            throw UpdateException.unreachable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpdateException.unreachable(address, e);
        }
    }

    /// By its numbers, the first that differs; a missing one is 0. What follows a hyphen does not count.
    static boolean isNewer(String one, String other) {
        var left = numbers(one);
        var right = numbers(other);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            var difference = (i < left.length ? left[i] : 0) - (i < right.length ? right[i] : 0);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static int[] numbers(String version) {
        return DOT.splitAsStream(version.replaceFirst("-.*", ""))
                .mapToInt(part -> part.matches("\\d{1,5}") ? Integer.parseInt(part) : 0)
                .toArray();
    }
}
