package tidemark.app.updates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tidemark.app.base.Settings;

/// The check for a newer version of the program: only when the person wants it, at an address that they chose, and
/// trusted only when signed. Nothing is downloaded and nothing replaced.
public final class Updates {
    private static final String ADDRESS = "update.address";
    private static final String KEY = "update.key";
    private static final int MOST_BYTES = 64 << 10;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Pattern DOT = Pattern.compile("\\.");

    /// The source of updates: an address, and the key whose signature counts.
    ///
    /// @param address the document's address; empty for no checks at all
    /// @param key the public key, X.509 in base64
    public record Source(String address, String key) {}

    private final Settings settings;
    private final String version;
    private final Duration timeout;

    /// A check with these settings.
    ///
    /// @param version the version of this program
    public Updates(Settings settings, String version) {
        this(settings, version, TIMEOUT);
    }

    /// A check with another timeout, for the connection and for the answer; the document may take as long again.
    Updates(Settings settings, String version, Duration timeout) {
        this.settings = settings;
        this.version = version;
        this.timeout = timeout;
    }

    /// The source that is set; at first with an empty address and key.
    public Source source() {
        return new Source(settings.get(ADDRESS).orElse(""), settings.get(KEY).orElse(""));
    }

    /// Sets the source.
    public void source(Source source) {
        settings.set(ADDRESS, source.address().strip());
        settings.set(KEY, source.key().strip());
    }

    /// Reads the document at the source, and returns its version if it is newer than this one.
    ///
    /// @throws UpdateException when the document cannot be read, or is not signed by the key
    public Optional<Update> check(Source source) {
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

    private byte[] read(URI address) {
        try (var client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
            var request = HttpRequest.newBuilder(address).timeout(timeout).build();
            CompletableFuture.delayedExecutor(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                    .execute(client::shutdownNow); // a document that stops arriving would be waited for without end
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

    /// Whether one version is newer than another, by the first of its numbers that differs; a missing one is 0. What
    /// follows a hyphen does not count.
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
