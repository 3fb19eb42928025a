package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.library.Library;
import tidemark.library.records.LibraryException;

/// An import of a folder of Markdown files: a folder becomes a collection, a file a project with its text, and what
/// the text links to in that folder, such as its pictures, the project's files. The folder of an export becomes
/// what was exported.
///
/// Importing a folder again adds what is new: collections of the same name are used again, and a file whose
/// title and text are in its collection already is skipped. A file that has changed becomes a second
/// project; nothing in the library is overwritten.
public final class MarkdownImport {
    /// A listener that is called for each file, on the importing thread.
    @FunctionalInterface
    public interface Progress {
        /// Reports that `done` of `total` files are complete, and `file` is next.
        void at(int done, int total, Path file);

        /// Whether the import is wanted to go on; asked before each file. Where it is not, all that was read so far is
        /// still imported, each project with its notes.
        default boolean goesOn() {
            return true;
        }
    }

    private static final int FILES_AT_ONCE = 500;

    private final Library library;
    private final FileIntake intake;

    /// An import into this library.
    ///
    /// @param intake takes in what becomes files of projects
    public MarkdownImport(Library library, FileIntake intake) {
        this.library = library;
        this.intake = intake;
    }

    /// Imports the folder, or one file with what it links to, some hundred texts in one transaction, and files when all
    /// texts are written. Problems with single files are in the report and do not stop the import.
    ///
    /// @throws LibraryException when the folder itself cannot be read
    public ImportReport run(Path folder, Progress progress) {
        var from = folder.toAbsolutePath().normalize();
        try {
            return run(from, ImportScan.of(from), progress);
        } catch (IOException e) {
            throw LibraryException.noFolder(from, e);
        }
    }

    private ImportReport run(Path from, ImportScan scan, Progress progress) throws IOException {
        var isFolder = Files.isDirectory(from);
        var root = isFolder ? from : ImportTargets.folderOf(from);
        var index = isFolder ? ExportIndex.in(root) : Optional.<ExportIndex>empty();
        var remarks = new ImportRemarks();
        remarks.addAll(scan.problems());
        if (index.isEmpty() && Files.exists(root.resolve(ExportIndex.name())) && isFolder) {
            remarks.add(new ImportProblem(
                    root.resolve(ExportIndex.name()), ImportProblem.Kind.OTHER, "it is no index of an export"));
        }
        int unread = (int) remarks.problems().stream()
                .filter(problem -> problem.kind().isLeftOut())
                .count();
        var attached = new ImportFiles(library, intake, remarks);
        var all = Stream.concat(scan.files().stream(), scan.others().stream()).toList();
        var links = new ImportLinks(root, new FolderFiles(root, all), index, attached, remarks);
        var writer = new ImportWriter(library, new ImportTargets(library, root, index), links);
        index.ifPresent(known -> writer.write(known, root, scan.folders()));
        var texts = texts(root, scan.files(), index);
        int total = texts.size() + scan.others().size();
        read(texts, writer, remarks, (done, _, file) -> progress.at(done, total, file));
        attached.run(done -> progress.at(texts.size() + scan.others().size() * done / 100, total, root));
        var brought = attached.brought();
        nameUnused(scan.others(), brought, remarks);
        remarks.areFiles(brought);
        var found = new HashSet<>(scan.others());
        texts.forEach(text -> found.add(text.file()));
        found.addAll(brought);
        return writer.report(found.size() + unread, attached, remarks);
    }

    /// Names the files that no text brought.
    private static void nameUnused(List<Path> others, Set<Path> brought, ImportRemarks remarks) {
        others.stream()
                .filter(file -> !brought.contains(file))
                .forEach(file ->
                        remarks.add(new ImportProblem(file, ImportProblem.Kind.OTHER, "no text here links to it")));
    }

    /// The texts: those that the index names in its order, so that a project comes before its notes; then
    /// the others.
    private static List<DocumentFile> texts(Path root, List<Path> found, Optional<ExportIndex> index) {
        var attachments = index.stream()
                .flatMap(all -> all.attachments().stream())
                .map(ExportIndex.Attachment::file)
                .collect(Collectors.toSet());
        var byPath = new LinkedHashMap<String, Path>();
        for (var file : found) {
            var path = ExportIndex.path(root, file);
            if (!attachments.contains(path)) {
                byPath.put(path, file);
            }
        }
        var all = Map.copyOf(byPath);
        var files = new ArrayList<DocumentFile>();
        for (var known : index.map(ExportIndex::byFile).orElse(Map.of()).values()) {
            Optional.ofNullable(byPath.remove(known.file()))
                    .map(file -> DocumentFile.exported(file, known, all))
                    .ifPresent(files::add);
        }
        byPath.forEach((path, file) -> files.add(DocumentFile.foreign(file, path)));
        return files;
    }

    private static void read(List<DocumentFile> files, ImportWriter writer, ImportRemarks remarks, Progress progress) {
        var batch = new ArrayList<ImportedDocument>();
        for (int i = 0; i < files.size() && goesOn(files.get(i), progress); i++) {
            progress.at(i, files.size(), files.get(i).file());
            files.get(i).read(remarks).ifPresent(batch::add);
            if (batch.size() == FILES_AT_ONCE) {
                writer.write(batch);
                batch.clear();
            }
        }
        writer.write(batch);
    }

    /// Whether this file is to be read, too: always that of a note whose project was read.
    private static boolean goesOn(DocumentFile next, Progress progress) {
        return next.project().isPresent() || progress.goesOn();
    }
}
