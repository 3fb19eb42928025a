package tidemark.remote.webdav;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;

/// The address of a folder on a WebDAV server; free of secrets.
///
/// @param url the folder's URL, without a slash at its end
/// @param certificate the fingerprint of the only certificate to accept from the server; if empty, any that the system
/// trusts
public record WebDavAddress(URI url, Optional<Fingerprint> certificate) {
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /// An address that was checked.
    ///
    /// @throws Denied when it cannot be the address of a folder, or when it holds credentials
    public WebDavAddress {
        if (String.valueOf(url.getRawAuthority()).contains("@")) {
            throw new Denied(new Problem(
                    "The URL holds a user name or password.",
                    "It was not stored, since URLs end up in logs and on screens.",
                    "Take them out of the URL and give them as user name and password."));
        }
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        var isWeb = scheme.equals("https") || scheme.equals("http");
        if (!isWeb || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused();
        }
    }

    /// The address in a text, on a server whose certificate the system trusts. Characters that a URL cannot hold, such
    /// as spaces, are encoded; without a scheme `https` is taken.
    ///
    /// @throws Denied when it cannot be the address of a folder, or when it holds credentials
    public static WebDavAddress of(String text) {
        var stripped = text.strip().replaceAll("(?<![:/])/+$", "");
        var whole = stripped.contains("://") ? stripped : "https://" + stripped;
        return new WebDavAddress(parse(whole.replaceFirst("^(?i)dav(s?)://", "http$1://")), Optional.empty());
    }

    /// Whether what goes there can be read on the way, the password included: over plain http to another computer.
    ///
    /// Digest authentication is no way out: it hides the password only where the server asks for it, which can be
    /// changed on the way, and it hides nothing of the library.
    public boolean isOpenOnTheWay() {
        return url.getScheme().equalsIgnoreCase("http") && !isThisComputer(url.getHost());
    }

    private static boolean isThisComputer(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$|\\.$", "");
        try {
            return InetAddress.ofLiteral(name).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return name.equals("localhost") || name.endsWith(".localhost");
        }
    }

    /// This address, with no other certificate accepted than this one.
    public WebDavAddress trusting(Fingerprint fingerprint) {
        return new WebDavAddress(url, Optional.of(fingerprint));
    }

    /// The place of this user's library in words for people.
    public String describe(String user) {
        return "WebDAV folder " + url + "/" + user;
    }

    /// The path of this user's folder, encoded, without a slash at its end.
    String path(String user) {
        return url.getRawPath() + "/" + user;
    }

    private static URI parse(String text) {
        try {
            var start = text.indexOf("://") + "://".length();
            var slash = text.indexOf('/', start);
            var end = slash < 0 ? text.length() : slash;
            var authority = authority(text.substring(start, end));
            var path = encoded(text.substring(end)).replace("[", "%5B").replace("]", "%5D");
            return new URI(text.substring(0, start) + authority + path).normalize();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // its message repeats the text, which may hold a secret
            throw refused();
        }
    }

    /// The host and port, with letters beyond ASCII as the name system has them.
    private static String authority(String text) {
        var isPlain = text.chars().allMatch(c -> c < 128);
        return isPlain || text.contains("@") ? encoded(text) : IDN.toASCII(text);
    }

    /// The text with what a URL cannot hold percent-encoded; what is percent-encoded already stays as it is.
    private static String encoded(String text) {
        var url = new StringBuilder();
        for (var b : LONE_PERCENT.matcher(text).replaceAll("%25").getBytes(StandardCharsets.UTF_8)) {
            var isPlain = b > ' ' && b < 127 && "\"<>\\^`{|}".indexOf(b) < 0;
            url.append(isPlain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return url.toString();
    }

    private static Denied refused() {
        return new Denied(new Problem(
                "This cannot be the address of a WebDAV folder.",
                "The remote was not changed.",
                "It looks like https://host/path/of/the/folder."));
    }
}
