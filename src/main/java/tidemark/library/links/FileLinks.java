package tidemark.library.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tidemark.library.links.TextLink.Form;
import tidemark.library.records.ProjectFile;

/// The files of a project, as the links in its texts lead to them: by the path that a file had in the folder it was
/// imported from, seen from the place that the text had there; else by its name. Of several the first one counts.
public final class FileLinks {
    private final List<ProjectFile> files;
    private final Lookup paths = new Lookup();
    private final Lookup names = new Lookup();

    /// The links to these files, in their order.
    public FileLinks(List<ProjectFile> files) {
        this.files = List.copyOf(files);
        for (var file : files) {
            file.path().ifPresent(path -> paths.add(path, file));
            names.add(file.details().name(), file);
        }
    }

    /// Files by a text, and where none has it, by one that differs in case alone.
    private static final class Lookup {
        private final Map<String, ProjectFile> exact = new HashMap<>();
        private final Map<String, ProjectFile> folded = new HashMap<>();

        void add(String text, ProjectFile file) {
            exact.putIfAbsent(LinkPath.normal(text), file);
            folded.putIfAbsent(LinkPath.folded(text), file);
        }

        Optional<ProjectFile> find(String text) {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(exact.get(text))
                            .or(() -> Optional.ofNullable(folded.get(LinkPath.folded(text))));
        }
    }

    /// The file that a link in a text leads to.
    ///
    /// @param path the text's own path in the folder that it was imported from
    public Optional<ProjectFile> find(TextLink link, Optional<String> path) {
        var meanings = LinkPath.of(link).map(LinkPath::meanings).orElse(List.of());
        var folder = path.map(LinkPath::folderOf).orElse("");
        return first(meanings, meaning -> LinkPath.from(folder, meaning).flatMap(paths::find))
                .or(() -> first(meanings, meaning -> paths.find(LinkPath.withoutClimb(meaning))))
                .or(() -> first(meanings, meaning -> below(LinkPath.withoutClimb(meaning))))
                .or(() -> first(meanings, meaning -> named(link, LinkPath.withoutClimb(meaning))));
    }

    private static Optional<ProjectFile> first(List<String> meanings, Function<String, Optional<ProjectFile>> way) {
        return meanings.stream().map(way).flatMap(Optional::stream).findFirst();
    }

    /// A file whose path ends so: the text or the file has moved since.
    private Optional<ProjectFile> below(String path) {
        return path.isEmpty()
                ? Optional.empty()
                : files.stream()
                        .filter(file -> LinkPath.normal(file.path().orElse("")).endsWith("/" + path))
                        .findFirst();
    }

    /// A file of this name; a link of a wiki gives a name behind folders, too.
    private Optional<ProjectFile> named(TextLink link, String path) {
        return names.find(link.form() == Form.WIKI ? LinkPath.nameOf(path) : path);
    }
}
