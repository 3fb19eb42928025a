package tidemark.remote.webdav;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A path in a listing, in whatever form the server gives it: decoded and normalised part by part.
///
/// @param parts without empty ones
record ListedPath(List<String> parts, boolean isFolder) {
    private static final Pattern SERVER = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");

    /// The path in a listing of this folder; empty when it cannot be decoded, or leads elsewhere by `..` or an encoded
    /// slash. One that does not begin at the root begins in the folder.
    static Optional<ListedPath> of(String href, List<String> folder, boolean isFolder) {
        var path = SERVER.matcher(href).replaceFirst("");
        var isRelative = path.equals(href) && !path.startsWith("/");
        if (isRelative && path.split("/", 2)[0].contains(":")) {
            return Optional.empty();
        }
        return parts(path).map(parts -> new ListedPath(isRelative ? joined(folder, parts) : parts, isFolder));
    }

    /// The decoded parts of a path, if each is one.
    static Optional<List<String>> parts(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/+", -1)) {
            var decoded = decode(part);
            if (decoded.isEmpty() || decoded.get().equals("..") || decoded.get().contains("/")) {
                return Optional.empty();
            }
            decoded.filter(name -> !name.isEmpty() && !name.equals(".")).ifPresent(parts::add);
        }
        return Optional.of(List.copyOf(parts));
    }

    private static Optional<String> decode(String part) {
        try {
            var decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(Normalizer.normalize(decoded, Normalizer.Form.NFC));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<String> joined(List<String> folder, List<String> parts) {
        var all = new ArrayList<>(folder);
        all.addAll(parts);
        return all;
    }

    String name() {
        return parts.getLast();
    }

    boolean isRoot() {
        return parts.isEmpty();
    }

    List<String> parent() {
        return parts.subList(0, parts.size() - 1);
    }

    /// Whether it is this folder, or something in it at any depth.
    boolean isIn(List<String> folder) {
        return parts.size() >= folder.size() && parts.subList(0, folder.size()).equals(folder);
    }

    @Override
    public String toString() {
        return "/" + String.join("/", parts);
    }
}
