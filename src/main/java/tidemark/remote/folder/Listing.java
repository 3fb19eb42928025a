package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tidemark.remote.ObjectName;

/// A page of names, found by walking only the folders that can hold some of them.
///
/// Names are in the order of their whole text, in which `a-b` comes before `a/b`: a folder sorts as if its name ended
/// with the slash. What is no ordinary file, or has a name that no object can have (`.DS_Store`), is not listed.
final class Listing {
    private final String prefix;
    private final String after;
    private final int max;
    private final List<ObjectName> names = new ArrayList<>();

    /// A listing of names that start with `prefix`, after `after` when given, at most `max` of them.
    Listing(String prefix, Optional<ObjectName> after, int max) {
        this.prefix = prefix;
        this.after = after.map(ObjectName::value).orElse("");
        this.max = max;
    }

    /// The path of the folder in which all names with this prefix lie, `""` for the root; empty when no name can have
    /// the prefix.
    static Optional<String> start(String prefix) {
        var end = prefix.lastIndexOf('/');
        if (end < 0) {
            return Optional.of("");
        }
        return Optional.of(prefix.substring(0, end)).filter(ObjectName::isValid);
    }

    /// The page, from a walk through `folder`, whose path below the root is `path` (`""` for the root itself).
    List<ObjectName> walk(Path folder, String path) throws IOException {
        visit(folder, path.isEmpty() ? "" : path + "/");
        return List.copyOf(names);
    }

    private void visit(Path folder, String path) throws IOException {
        for (var entry : entries(folder, path).entrySet()) {
            if (names.size() >= max) {
                return;
            }
            take(entry);
        }
    }

    private void take(Map.Entry<String, Path> entry) throws IOException {
        var text = entry.getKey();
        if (text.endsWith("/")) {
            visit(entry.getValue(), text);
        } else if (text.startsWith(prefix) && text.compareTo(after) > 0) {
            names.add(new ObjectName(text));
        }
    }

    private SortedMap<String, Path> entries(Path folder, String path) throws IOException {
        var entries = new TreeMap<String, Path>();
        for (var entry : Existence.entries(folder)) {
            var text = path + entry.getFileName();
            if (ObjectName.isValid(text) && mayHoldNames(text + "/")) {
                keep(entries, text, entry);
            }
        }
        return entries;
    }

    private static void keep(SortedMap<String, Path> entries, String text, Path entry) throws IOException {
        var seen = Existence.attributes(entry);
        if (seen.isPresent() && seen.get().isDirectory()) {
            entries.put(text + "/", entry);
        } else if (seen.isPresent() && seen.get().isRegularFile()) {
            entries.put(text, entry);
        }
    }

    private boolean mayHoldNames(String asFolder) {
        var inPrefix = asFolder.startsWith(prefix) || prefix.startsWith(asFolder);
        return inPrefix && (asFolder.compareTo(after) > 0 || after.startsWith(asFolder));
    }
}
