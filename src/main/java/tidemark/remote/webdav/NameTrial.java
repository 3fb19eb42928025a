package tidemark.remote.webdav;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.remote.NameKind;

/// A trial, in one folder, of the names that a server keeps as they are.
///
/// @param names reads the names that the folder holds
record NameTrial(DavClient client, URI folder, Supplier<Set<String>> names) {
    /// Puts all samples, and returns the kinds that the folder does not list.
    Set<NameKind> lost() {
        samples().forEach(this::put);
        var kept = names.get();
        return Arrays.stream(NameKind.values())
                .filter(kind -> !kept.containsAll(kind.samples()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> samples() {
        return Arrays.stream(NameKind.values()).flatMap(kind -> kind.samples().stream());
    }

    /// Puts an empty object; whether that was refused shows in the listing.
    private void put(String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        client.send(DavClient.Request.of("PUT", folder.resolve(folder.getRawPath() + "/" + encoded)))
                .close();
    }
}
