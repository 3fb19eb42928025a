package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.library.links.LinkPath;
import tidemark.library.links.PathsByName;
import tidemark.library.links.TextLink;
import tidemark.library.links.TextLink.Form;

/// The files in the folder of an import, as the links in its texts lead to them. Nothing outside of it is looked at.
final class FolderFiles {
    /// The end of a link.
    sealed interface Found {
        /// A file in the folder.
        record There(Path file) implements Found {}

        /// A place outside of it.
        record Outside() implements Found {}

        /// Nothing, or what has no content to read.
        record Nowhere(String why) implements Found {}

        /// A folder, or something in the web.
        record NoFile() implements Found {}
    }

    private final Path root;
    private final Path place;
    private final Map<String, Path> byPath = new HashMap<>();
    private final Map<String, Path> folded = new HashMap<>();
    private final PathsByName byName = new PathsByName();

    /// @param files those that are in sight
    FolderFiles(Path root, List<Path> files) throws IOException {
        this.root = root;
        this.place = root.toRealPath();
        for (var file : files) {
            var path = ExportIndex.path(root, file);
            byPath.putIfAbsent(path, file);
            folded.putIfAbsent(LinkPath.folded(path), file);
            byName.add(path);
        }
    }

    /// The end of a link that stands in a text.
    ///
    /// @param folder the text's, in this folder
    Found find(TextLink link, String folder) {
        var meant = LinkPath.of(link);
        if (meant.isEmpty()) {
            return new Found.NoFile();
        }
        var meanings = meant.get().meanings();
        if (link.form() == Form.WIKI) {
            var named = meanings.stream().findFirst().flatMap(name -> byName.find(folder, name));
            if (named.isPresent()) {
                return new Found.There(byPath.getOrDefault(named.get(), root.resolve(named.get())));
            }
        }
        var paths = meanings.stream()
                .map(meaning -> LinkPath.from(folder, meaning))
                .flatMap(Optional::stream)
                .toList();
        return paths.stream()
                .map(this::inSight)
                .flatMap(Optional::stream)
                .<Found>map(Found.There::new)
                .findFirst()
                .or(() -> paths.stream()
                        .map(this::hidden)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> meanings.isEmpty()
                                || LinkPath.from(folder, meanings.getFirst()).isEmpty()
                        ? new Found.Outside()
                        : new Found.Nowhere("is not there"));
    }

    /// The file at a path in the folder, if it is in sight.
    Optional<Path> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private Optional<Path> inSight(String path) {
        return at(path).or(() -> Optional.ofNullable(folded.get(LinkPath.folded(path))));
    }

    /// The end of a link at a path that the search for texts passes over, such as one in a hidden folder.
    private Optional<Found> hidden(String path) {
        try {
            var file = root.resolve(path);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(place)) {
                return Optional.of(new Found.Outside());
            }
            if (Files.isDirectory(file) || ExportIndex.isAt(root, file)) {
                return Optional.of(new Found.NoFile());
            }
            return Optional.of(
                    Files.isRegularFile(file) ? new Found.There(file) : new Found.Nowhere("has no content to read"));
        } catch (IOException | InvalidPathException _) {
            return Optional.empty(); // a link that leads nowhere, or a name that this system does not have
        }
    }
}
