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

/// Where a bucket is and how it is reached; free of secrets.
///
/// @param endpoint of the service, such as `https://s3.eu-central-1.amazonaws.com`
/// @param prefix below which everything lies; empty for the whole bucket
/// @param region that requests are signed for
/// @param proxy through which the service is reached, if not directly
/// @param certificates a PEM file of authorities to trust besides the system's
public record S3Address(
        URI endpoint,
        String bucket,
        String prefix,
        String region,
        Style style,
        Optional<URI> proxy,
        Optional<Path> certificates) {
    /// Where the bucket's name stands in a URL.
    public enum Style {
        /// As the service is known to want it: in the host's name for AWS, else in the path.
        AUTOMATIC,
        /// `https://host/bucket/…`
        PATH,
        /// `https://bucket.host/…`
        VIRTUAL_HOST
    }

    /// What most services that have no regions accept.
    public static final String DEFAULT_REGION = "us-east-1";

    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

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

    /// The whole of a bucket, reached as usual.
    public static S3Address of(String endpoint, String bucket) {
        return new S3Address(
                parse(endpoint), bucket, "", DEFAULT_REGION, Style.AUTOMATIC, Optional.empty(), Optional.empty());
    }

    /// Below this prefix; slashes around it do not count.
    public S3Address withPrefix(String text) {
        return new S3Address(endpoint, bucket, text.replaceAll("^/+|/+$", ""), region, style, proxy, certificates);
    }

    /// Signed for this region.
    public S3Address withRegion(String name) {
        return new S3Address(endpoint, bucket, prefix, name, style, proxy, certificates);
    }

    /// With the bucket's name there.
    public S3Address withStyle(Style other) {
        return new S3Address(endpoint, bucket, prefix, region, other, proxy, certificates);
    }

    /// Reached through this HTTP proxy, such as `http://proxy.example:3128`.
    public S3Address withProxy(String url) {
        return new S3Address(endpoint, bucket, prefix, region, style, Optional.of(parse(url)), certificates);
    }

    /// Trusting the authorities in this PEM file, too.
    public S3Address withCertificates(Path file) {
        return new S3Address(endpoint, bucket, prefix, region, style, proxy, Optional.of(file));
    }

    /// What a person would call the place of this user's library.
    public String describe(String user) {
        return "S3 bucket " + bucket + " at " + endpoint.getHost() + " (" + root(user) + ")";
    }

    /// The beginning of every key of this person's library.
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
