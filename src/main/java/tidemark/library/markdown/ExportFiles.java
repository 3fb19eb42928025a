package tidemark.library.markdown;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.library.links.FileLinks;
import tidemark.library.links.LinkPath;
import tidemark.library.links.MovedLinks;
import tidemark.library.links.PathsByName;
import tidemark.library.links.TextLink;
import tidemark.library.links.TextLink.Form;
import tidemark.library.links.TextLinks;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.ProjectFile;

/// The places of files in an export. A file lies where the links in its project's texts lead to as they are written; of
/// one that cannot lie there, the links are written anew.
final class ExportFiles {
    private final ExportTree tree;
    private final Map<String, FileDetails> contents = new LinkedHashMap<>();
    private final PathsByName names = new PathsByName();

    ExportFiles(ExportTree tree) {
        this.tree = tree;
    }

    /// The files of one project, and the path of each in the export.
    record Placed(List<ProjectFile> files, Map<FileId, String> paths) {
        /// No files.
        static final Placed NONE = new Placed(List.of(), Map.of());
    }

    /// A text as it is written.
    ///
    /// @param broken the targets of links that do not lead to their files
    record Linked(MovedLinks links, List<String> broken) {}

    /// Finds a place for each file of a project.
    ///
    /// @param texts the project's and those of its notes
    /// @param folder the project's own, for files that belong nowhere else
    Placed place(List<ExportText> texts, List<ProjectFile> files, String folder) {
        var wishes = new HashMap<FileId, Set<String>>();
        for (var file : files) {
            wishes.put(file.id(), new LinkedHashSet<>());
            file.path().flatMap(path -> asBefore(path, texts.getFirst())).ifPresent(wishes.get(file.id())::add);
        }
        var links = new FileLinks(files);
        for (var text : texts) {
            for (var link : TextLinks.in(text.text())) {
                links.find(link, text.path())
                        .ifPresent(file -> wishes.get(file.id()).addAll(wishes(link, text, file)));
            }
        }
        var paths = new HashMap<FileId, String>();
        for (var file : files) {
            paths.put(file.id(), place(file.details(), wishes.get(file.id()), folder));
        }
        return new Placed(files, paths);
    }

    /// The place that is as far from the text as the file was when both were imported.
    private static Optional<String> asBefore(String path, ExportText text) {
        return text.path()
                .map(origin -> LinkPath.relative(LinkPath.folderOf(origin), path))
                .flatMap(way -> LinkPath.from(text.folder(), way));
    }

    /// The places to which a link leads as it is written.
    private static List<String> wishes(TextLink link, ExportText text, ProjectFile file) {
        var names = List.of(
                LinkPath.normal(file.details().name()),
                LinkPath.normal(LinkPath.nameOf(file.path().orElse("/"))));
        return LinkPath.of(link).map(LinkPath::meanings).orElse(List.of()).stream()
                .filter(meaning -> names.contains(LinkPath.normal(LinkPath.nameOf(meaning))))
                .map(meaning -> LinkPath.from(
                        link.form() == Form.WIKI && meaning.indexOf('/') >= 0 ? ExportTree.TOP : text.folder(),
                        meaning))
                .flatMap(Optional::stream)
                .toList();
    }

    private String place(FileDetails file, Set<String> wishes, String folder) {
        for (var wish : wishes) {
            var there = Optional.ofNullable(contents.get(wish));
            if (there.filter(other -> other.sha256().equals(file.sha256())).isPresent()) {
                return wish;
            }
            if (there.isEmpty() && tree.take(wish)) {
                return add(wish, file);
            }
        }
        return add(tree.freeFile(folder, file.name()), file);
    }

    private String add(String path, FileDetails file) {
        contents.put(path, file);
        names.add(path);
        return path;
    }

    /// The text with links that lead to the places of its project's files, when all files have places.
    Linked linked(ExportText text, Placed placed) {
        if (placed.files().isEmpty()) {
            return new Linked(new MovedLinks(text.text(), Map.of()), List.of());
        }
        var links = TextLinks.in(text.text());
        var files = new FileLinks(placed.files());
        var to = new HashMap<TextLink, String>();
        var places = new HashMap<Integer, String>();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var place = files.find(link, text.path()).map(file -> placed.paths().getOrDefault(file.id(), ""));
            if (place.isPresent()) {
                places.put(i, place.get());
                if (!leads(link, text, place.get())) {
                    to.put(link, way(link, text, place.get()));
                }
            }
        }
        var moved = MovedLinks.of(text.text(), links, to);
        return new Linked(moved, broken(moved, text, places));
    }

    private static String way(TextLink link, ExportText text, String place) {
        return link.form() == Form.WIKI ? place : LinkPath.relative(text.folder(), place);
    }

    private List<String> broken(MovedLinks moved, ExportText text, Map<Integer, String> places) {
        var links = TextLinks.in(moved.text());
        return places.entrySet().stream()
                .filter(entry ->
                        entry.getKey() >= links.size() || !leads(links.get(entry.getKey()), text, entry.getValue()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /// Whether a link leads to this place of the export, for any program that follows it.
    private boolean leads(TextLink link, ExportText text, String place) {
        var meanings = LinkPath.of(link).map(LinkPath::meanings).orElse(List.of());
        var there = link.form() == Form.WIKI
                ? meanings.stream().findFirst().flatMap(name -> names.find(text.folder(), name))
                : meanings.stream()
                        .map(meaning -> LinkPath.from(text.folder(), meaning))
                        .flatMap(Optional::stream)
                        .filter(contents::containsKey)
                        .findFirst();
        return there.equals(Optional.of(place));
    }
}
