package tidemark.library.links;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Paths in a folder, found by their names as a wiki finds them: the one at the path itself, else one below the text's
/// own folder, else any; of several the shortest. Case is ignored.
public final class PathsByName {
    private final Map<String, List<String>> byName = new HashMap<>();

    /// Adds a path.
    public void add(String path) {
        byName.computeIfAbsent(LinkPath.folded(LinkPath.nameOf(path)), _ -> new ArrayList<>())
                .add(path);
    }

    /// The path that a wiki's link leads to.
    ///
    /// @param folder the text's own
    public Optional<String> find(String folder, String target) {
        var wanted = LinkPath.folded(LinkPath.withoutClimb(target));
        var below = folder.isEmpty() ? "" : LinkPath.folded(folder) + "/";
        return byName.getOrDefault(LinkPath.nameOf(wanted), List.of()).stream()
                .filter(path -> ("/" + LinkPath.folded(path)).endsWith("/" + wanted))
                .min(Comparator.comparing((String path) ->
                                !(isPath(wanted) && LinkPath.folded(path).equals(wanted)))
                        .thenComparing(path -> !LinkPath.folded(path).startsWith(below))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isPath(String target) {
        return target.indexOf('/') >= 0;
    }
}
