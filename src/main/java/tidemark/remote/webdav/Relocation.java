package tidemark.remote.webdav;

import java.net.URI;

/// A redirect from one URL to another on the same host, as a change of the folder around them.
record Relocation(URI from, URI to) {
    /// The URL or path as it is after the redirect; unchanged where that does not concern it.
    String of(String destination) {
        var before = from.getRawPath();
        var after = to.getRawPath();
        var shared = shared(before, after);
        var old = before.substring(0, before.length() - shared);
        var path = URI.create(destination).getRawPath();
        if (shared == 0 || !path.startsWith(old)) {
            return destination;
        }
        var start = destination.substring(0, destination.length() - path.length());
        return start + after.substring(0, after.length() - shared) + path.substring(old.length());
    }

    /// The length of the longest common end that begins with a slash.
    private static int shared(String one, String other) {
        var length = 0;
        for (int i = 1; i <= Math.min(one.length(), other.length()); i++) {
            if (one.charAt(one.length() - i) != other.charAt(other.length() - i)) {
                return length;
            }
            length = one.charAt(one.length() - i) == '/' ? i : length;
        }
        return length;
    }
}
