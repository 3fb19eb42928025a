package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.library.markdown.ExportIndex.Attachment;
import tidemark.library.markdown.ExportReport.BrokenLink;
import tidemark.library.markdown.ExportReport.LeftOut;
import tidemark.library.records.FileDetails;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectFile;
import tidemark.problem.Problem;

/// An export whose texts are written, and whose files and index are not.
final class ExportDraft {
    /// A listener to how many files are written.
    @FunctionalInterface
    interface Done {
        void at(int done, int total);
    }

    /// A file of a project, and what the index says of it.
    private record Attached(ProjectFile file, Project project, Attachment entry) {}

    private final Path root;
    private final List<ExportIndex.Folder> folders = new ArrayList<>();
    private final List<ExportIndex.Document> documents = new ArrayList<>();
    private final List<ExportIndex.LabelEntry> labels = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();
    private final List<BrokenLink> brokenLinks = new ArrayList<>();
    private int projects;

    ExportDraft(Path root) {
        this.root = root;
    }

    void add(ExportIndex.Folder folder) {
        folders.add(folder);
    }

    void add(ExportIndex.Document document) {
        documents.add(document);
        projects += document.project().isEmpty() ? 1 : 0;
    }

    void add(ExportIndex.LabelEntry label) {
        labels.add(label);
    }

    void add(BrokenLink link) {
        brokenLinks.add(link);
    }

    /// Adds a file of a project.
    ///
    /// @param path of the file in the export
    /// @param text the path of the project's text there
    void add(ProjectFile file, String path, Project project, String text) {
        var name =
                Optional.of(file.details().name()).filter(given -> !path.endsWith("/" + given) && !path.equals(given));
        var entry = new Attachment(
                path, text, name, Optional.of(file.details().mediaType()), Optional.of(file.edited()), file.path());
        attached.add(new Attached(file, project, entry));
    }

    /// Writes the contents, then the index of all that was written.
    ExportReport finish(FileOutlet outlet, Done progress) throws IOException {
        var contents = new HashMap<String, FileDetails>();
        attached.forEach(
                each -> contents.putIfAbsent(each.entry().file(), each.file().details()));
        var failures = new HashMap<String, Problem>();
        int done = 0;
        for (var path :
                attached.stream().map(each -> each.entry().file()).distinct().toList()) {
            progress.at(done++, contents.size());
            write(outlet, contents.get(path), path).ifPresent(why -> failures.put(path, why));
        }
        var written = attached.stream()
                .filter(each -> !failures.containsKey(each.entry().file()))
                .map(Attached::entry)
                .toList();
        new ExportIndex(folders, documents, written, labels).write(root);
        return new ExportReport(
                folders.size(), projects, documents.size() - projects, written.size(), leftOut(failures), brokenLinks);
    }

    private Optional<Problem> write(FileOutlet outlet, FileDetails content, String path) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(ImportTargets.folderOf(file));
        return outlet.write(content, file);
    }

    private List<LeftOut> leftOut(Map<String, Problem> failures) {
        var leftOut = new ArrayList<LeftOut>();
        for (var each : attached) {
            Optional.ofNullable(failures.get(each.entry().file()))
                    .map(why -> new LeftOut(
                            each.file().details().name(),
                            each.project().details().title(),
                            why))
                    .ifPresent(leftOut::add);
        }
        return leftOut;
    }
}
