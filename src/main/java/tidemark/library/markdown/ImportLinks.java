package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tidemark.library.links.LinkPath;
import tidemark.library.links.TextLink;
import tidemark.library.links.TextLink.Form;
import tidemark.library.links.TextLink.Show;
import tidemark.library.markdown.ExportIndex.Attachment;
import tidemark.library.markdown.FolderFiles.Found;
import tidemark.library.markdown.ImportFiles.Use;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Provenance;

/// The files that each imported text brings: those that an export's index names as its project's, the text itself where
/// it is too long for one, and what it links to.
final class ImportLinks {
    private static final Pattern ENDING = Pattern.compile(".*\\.[A-Za-z0-9]{1,8}");

    private final Path root;
    private final FolderFiles folder;
    private final Set<String> indexed;
    private final Set<String> indexedFiles = new HashSet<>();
    private final Map<String, List<Attachment>> byProject = new HashMap<>();
    private final ImportFiles files;
    private final ImportRemarks remarks;

    ImportLinks(Path root, FolderFiles folder, Optional<ExportIndex> index, ImportFiles files, ImportRemarks remarks) {
        this.root = root;
        this.folder = folder;
        this.files = files;
        this.remarks = remarks;
        this.indexed = index.map(all -> Set.copyOf(all.byFile().keySet())).orElse(Set.of());
        for (var entry : index.map(ExportIndex::attachments).orElse(List.of())) {
            indexedFiles.add(entry.file());
            byProject.computeIfAbsent(entry.project(), _ -> new ArrayList<>()).add(entry);
        }
    }

    /// Notes what a text brings to its project.
    void add(ProjectId project, ImportedDocument imports) {
        files.isDocument(imports.file());
        var path = ExportIndex.path(root, imports.file());
        byProject.getOrDefault(path, List.of()).forEach(entry -> addIndexed(project, entry));
        if (imports.extent() == ImportedDocument.Extent.AS_FILE) {
            var from = ImportFiles.provenance(
                    imports.file(), path, imports.provenance().modified());
            files.add(new Use(project, imports.file(), Optional.empty(), Optional.empty(), from));
        }
        for (var link : imports.links()) {
            var found = folder.find(link, LinkPath.folderOf(path));
            if (!indexed.contains(path)) {
                add(project, imports, link, found);
            } else if (found instanceof Found.There(var file) && !indexedFiles.contains(ExportIndex.path(root, file))) {
                addLinked(project, imports, file); // someone added it to the export
            }
        }
    }

    private void addIndexed(ProjectId project, Attachment entry) {
        var provenance = new Provenance(Optional.empty(), entry.modified(), entry.path());
        folder.at(entry.file())
                .ifPresent(file -> files.add(new Use(project, file, entry.name(), entry.type(), provenance)));
    }

    private void addLinked(ProjectId project, ImportedDocument imports, Path file) {
        var modified = imports.provenance().modified();
        files.addLinked(project, file, ImportFiles.provenance(file, ExportIndex.path(root, file), modified));
    }

    private void add(ProjectId project, ImportedDocument imports, TextLink link, Found found) {
        switch (found) {
            case Found.There(var file) -> addLinked(project, imports, file);
            case Found.Outside() ->
                remarks.add(new ImportProblem(
                        imports.file(),
                        ImportProblem.Kind.LINK_OUTSIDE,
                        "it links to \"%s\"".formatted(link.target())));
            case Found.Nowhere(var why) -> {
                if (isClearlyAFile(link)) {
                    remarks.add(new ImportProblem(
                            imports.file(),
                            ImportProblem.Kind.LINK_BROKEN,
                            "it links to \"%s\", which %s".formatted(link.target(), why)));
                }
            }
            case Found.NoFile() -> {}
        }
    }

    /// Whether a link that leads nowhere should lead to a file: others name a text that is not written yet.
    private static boolean isClearlyAFile(TextLink link) {
        var name = LinkPath.of(link)
                .map(path -> LinkPath.nameOf(path.meanings().getFirst()))
                .orElse("");
        var hasEnding = ENDING.matcher(name).matches() && !FileFormat.of(name).isText();
        return link.form() == Form.WIKI
                ? hasEnding && link.show() == Show.IN_TEXT
                : hasEnding || link.show() == Show.IN_TEXT;
    }
}
