package tidemark.remote.webdav;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A challenge of the header `WWW-Authenticate` (RFC 9110): an authentication scheme and its parameters.
///
/// @param scheme in lower case
/// @param parameters by their names in lower case
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PART = Pattern.compile("\\s*,?\\s*(?:"
            + "([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))"
            + "|([A-Za-z][A-Za-z0-9_-]*))");

    /// The challenges in these header lines, in order; what is not understood is skipped.
    static List<Challenge> parse(List<String> headers) {
        var all = new ArrayList<Challenge>();
        for (var header : headers) {
            var parts = PART.matcher(header);
            while (parts.lookingAt()) {
                add(all, parts);
                parts.region(parts.end(), header.length());
            }
        }
        return all;
    }

    private static void add(List<Challenge> all, java.util.regex.Matcher part) {
        if (part.group(4) != null) {
            all.add(new Challenge(part.group(4).toLowerCase(Locale.ROOT), new TreeMap<>()));
        } else if (!all.isEmpty()) {
            var quoted = Optional.ofNullable(part.group(2)).map(text -> text.replaceAll("\\\\(.)", "$1"));
            all.getLast()
                    .parameters()
                    .put(part.group(1).toLowerCase(Locale.ROOT), quoted.orElseGet(() -> part.group(3)));
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
