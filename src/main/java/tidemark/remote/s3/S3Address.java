package tidemark.remote.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.problem.Problem;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Denied;

/// The address of a library's bucket, and the way to it; free of secrets.
///
/// @param endpoint the URL of the service, such as `https://s3.eu-central-1.amazonaws.com`
/// @param prefix the beginning of all keys, without slashes around it; empty for the whole bucket
/// @param region the region that requests are signed for
/// @param style the place of the bucket's name in URLs
/// @param proxy the HTTP proxy through which the service is reached, if not directly
/// @param certificates a PEM file of certificate authorities to trust besides the system's
public record S3Address(
        URI endpoint,
        String bucket,
        String prefix,
        String region,
        Style style,
        Optional<URI> proxy,
        Optional<Path> certificates) {
    /// The place of the bucket's name in a URL.
    public enum Style {
        /// The place that the service is known to want: the host's name for AWS, the path for others.
        AUTOMATIC,
        /// `https://host/bucket/…`
        PATH,
        /// `https://bucket.host/…`
        VIRTUAL_HOST
    }

    /// The region that most services without regions accept.
    public static final String DEFAULT_REGION = "us-east-1";

    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /// An address that was checked.
    ///
    /// @throws Denied when it cannot be the address of a bucket, or when a URL in it holds credentials
    public S3Address {
        refuseUnless(isServer(endpoint), "The endpoint must look like https://host or https://host:port.");
        proxy.ifPresent(url -> refuseUnless(isServer(url), "The proxy must look like http://host:port."));
        refuseUnless(BUCKET.matcher(bucket).matches(), "A bucket's name has 3 to 63 letters, digits, dots or dashes.");
        refuseUnless(
                prefix.isEmpty() || ObjectName.isValid(prefix),
                "A prefix is made of letters, digits, dots, dashes and slashes between them.");
        refuseUnless(REGION.matcher(region).matches(), "A region is one word, such as eu-central-1, auto or default.");
    }

    /// The address of a whole bucket, with the defaults for everything else; `https` is taken where the
    /// endpoint names no scheme. A URL as providers show it is taken apart: the bucket in it must be this
    /// one, unless this is blank, and the region is that of its host.
    public static S3Address of(String endpoint, String bucket) {
        var url = parse(endpoint);
        var isWeb = url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null;
        if (!isWeb || String.valueOf(url.getRawAuthority()).contains("@")) {
            return whole(url, bucket, DEFAULT_REGION);
        }
        var parts = PastedUrl.of(url);
        return whole(parts.endpoint(), parts.bucket(bucket), parts.region().orElse(DEFAULT_REGION));
    }

    private static S3Address whole(URI endpoint, String bucket, String region) {
        return new S3Address(endpoint, bucket, "", region, Style.AUTOMATIC, Optional.empty(), Optional.empty());
    }

    /// This address with another prefix; slashes around it do not count.
    public S3Address withPrefix(String text) {
        return new S3Address(endpoint, bucket, text.replaceAll("^/+|/+$", ""), region, style, proxy, certificates);
    }

    /// This address with another region.
    public S3Address withRegion(String name) {
        return new S3Address(endpoint, bucket, prefix, name, style, proxy, certificates);
    }

    /// This address with another place for the bucket's name.
    public S3Address withStyle(Style other) {
        return new S3Address(endpoint, bucket, prefix, region, other, proxy, certificates);
    }

    /// This address through an HTTP proxy, such as `http://proxy.example:3128`.
    public S3Address withProxy(String url) {
        return new S3Address(endpoint, bucket, prefix, region, style, Optional.of(parse(url)), certificates);
    }

    /// This address with the certificate authorities in this PEM file trusted, too.
    public S3Address withCertificates(Path file) {
        return new S3Address(endpoint, bucket, prefix, region, style, proxy, Optional.of(file));
    }

    /// The place of this user's library in words for people.
    public String describe(String user) {
        return "S3 bucket " + bucket + " at " + server() + " (" + root(user) + ")";
    }

    /// The server by its name, with the port where one is given.
    String server() {
        return endpoint.getRawAuthority();
    }

    /// The beginning of every key of this user's library, with a slash at its end.
    String root(String user) {
        return prefix.isEmpty() ? user + "/" : prefix + "/" + user + "/";
    }

    private static URI parse(String text) {
        try {
            var url = text.contains("://") ? text : "https://" + text;
            return new URI(url.strip().replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            // its message repeats the text, which may hold a secret
            throw refused("The endpoint is no URL.");
        }
    }

    private static boolean isServer(URI url) {
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            throw new Denied(new Problem(
                    "The URL holds a user name or password.",
                    "It was not stored, since URLs end up in logs and on screens.",
                    "Take them out of the URL and give them as access key and secret key."));
        }
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http"))
                && url.getHost() != null
                && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static void refuseUnless(boolean holds, String rule) {
        if (!holds) {
            throw refused(rule);
        }
    }

    private static Denied refused(String rule) {
        return new Denied(new Problem("This cannot be the address of a bucket.", "The remote was not changed.", rule));
    }
}
