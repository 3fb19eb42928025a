package tidemark.remote.s3;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;

/// The parts of a URL as providers show it, with the bucket in its path or its host's name.
///
/// @param endpoint the service alone
/// @param region the region that the host's name tells
record PastedUrl(URI endpoint, Optional<String> bucket, Optional<String> region) {
    private static final String BUCKET = "(?:(?<bucket>[a-z0-9][a-z0-9.-]*[a-z0-9])\\.)?";

    /// The hosts of providers: the bucket that may stand before, the service, and the region in it.
    private static final List<Pattern> HOSTS = List.of(
            host("(?<service>s3(?:[.-]dualstack)?[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\\d)\\.amazonaws\\.com(?:\\.cn)?)"),
            host("(?<service>s3\\.amazonaws\\.com)"),
            host("(?<service>[0-9a-f]{32}(?:\\.[a-z]+)?\\.r2\\.cloudflarestorage\\.com)"),
            host("(?<service>s3\\.(?<region>[a-z0-9-]+)\\.backblazeb2\\.com)"),
            host("(?<service>s3(?:\\.(?<region>[a-z0-9-]+))?\\.wasabisys\\.com)"),
            host("(?<service>[a-z]{3}\\d\\.digitaloceanspaces\\.com)"),
            host("(?<service>(?<region>[a-z]{3}\\d)\\.your-objectstorage\\.com)"),
            host("(?<service>s3\\.(?<region>[a-z]{2}-[a-z]{3})\\.scw\\.cloud)"));

    /// Pages of consoles, which are for people.
    private static final Pattern CONSOLE = Pattern.compile(
            "(?i)https?://(dash\\.cloudflare\\.com|([a-z0-9-]+\\.)?console\\.[^/]+|cloud\\.digitalocean\\.com|"
                    + "secure\\.backblaze\\.com|f\\d{3}\\.backblazeb2\\.com|[^/]+/(browser|buckets|login)(/|$)).*");

    private static Pattern host(String service) {
        return Pattern.compile(BUCKET + service, Pattern.CASE_INSENSITIVE);
    }

    /// The parts of a URL.
    ///
    /// @throws Denied when it is that of a page for people, or holds more than a bucket
    static PastedUrl of(URI url) {
        if (CONSOLE.matcher(url.toString()).matches()) {
            throw refused(
                    "This is the address of a page for people, not of the storage itself.",
                    "The endpoint for S3 stands in the bucket's settings there; it mostly begins with https://s3 or"
                            + " ends in :9000.");
        }
        var path = String.valueOf(url.getRawPath()).replaceAll("^/+|/+$", "");
        if (path.contains("/")) {
            throw refused(
                    "The URL holds more than a bucket: /" + path + ".",
                    "Give the service as the endpoint, and the folder in the bucket as the prefix.");
        }
        var inPath = Optional.of(path).filter(text -> !text.isEmpty());
        var host = String.valueOf(url.getHost());
        return HOSTS.stream()
                .map(pattern -> pattern.matcher(host))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> known(url, match, inPath))
                .orElseGet(() -> new PastedUrl(server(url, host), inPath, Optional.empty()));
    }

    private static PastedUrl known(URI url, Matcher match, Optional<String> inPath) {
        var service = match.group("service");
        var region = match.namedGroups().containsKey("region") ? match.group("region") : null;
        var isR2 = service.endsWith("r2.cloudflarestorage.com");
        return new PastedUrl(
                server(url, service),
                Optional.ofNullable(match.group("bucket")).or(() -> inPath),
                Optional.ofNullable(region).or(() -> isR2 ? Optional.of("auto") : Optional.empty()));
    }

    /// The URL with this host and nothing behind it. Credentials in it stay, so that they are refused as such.
    private static URI server(URI url, String host) {
        var authority = String.valueOf(url.getRawAuthority()).replace(String.valueOf(url.getHost()), host);
        return URI.create(url.getScheme() + "://" + authority);
    }

    /// This bucket, or that of the URL where none is given.
    ///
    /// @throws Denied when they differ
    String bucket(String given) {
        if (given.isBlank()) {
            return bucket.orElse("");
        }
        if (bucket.isPresent() && !bucket.get().equals(given)) {
            throw refused(
                    "The URL names the bucket " + bucket.get() + ", and " + given + " is given beside it.",
                    "Give the service alone as the endpoint, or the same bucket.");
        }
        return given;
    }

    private static Denied refused(String cause, String remedy) {
        return new Denied(new Problem(cause, "The remote was not changed.", remedy));
    }
}
