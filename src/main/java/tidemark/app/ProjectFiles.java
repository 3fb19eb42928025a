package tidemark.app;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import tidemark.files.ContentHash;
import tidemark.files.ContentState;
import tidemark.files.ContentStore;
import tidemark.files.FileFinder;
import tidemark.files.FileFinder.Refused;
import tidemark.files.FileKind;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.files.Pins;
import tidemark.files.TransferCounts;
import tidemark.files.TransferSettings;
import tidemark.files.TransferStatus;
import tidemark.files.Transfers;
import tidemark.library.Library;
import tidemark.library.markdown.MarkdownExport;
import tidemark.library.markdown.MarkdownImport;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Saved;

/// The files of projects with their contents: adding, opening, saving and keeping them, and their state on this device.
public final class ProjectFiles {
    private final AppCore core;
    private final Library library;
    private final Syncing syncing;
    private final ContentStore contents;

    ProjectFiles(AppCore core, Library library, Syncing syncing) {
        this.core = core;
        this.library = library;
        this.syncing = syncing;
        this.contents = core.contentStore();
    }

    /// Files that were added, and paths that were not.
    public record Added(List<ProjectFile> files, List<Refused> refused) {
        public Added {
            files = List.copyOf(files);
            refused = List.copyOf(refused);
        }
    }

    /// Adds files to a project, each in a transaction of its own. One that cannot be added holds up no other.
    ///
    /// @param found the files, as [FileFinder#find] counted them for the person
    /// @param goOn told how many are done before each; no more are added when it says no
    public Added add(ProjectId project, FileFinder.Found found, IntPredicate goOn) {
        var added = new ArrayList<ProjectFile>();
        var refused = new ArrayList<>(found.refused());
        var done = 0;
        for (var path : found.files()) {
            if (!goOn.test(done++)) {
                break;
            }
            try {
                added.add(add(project, path));
            } catch (FilesException e) {
                refused.add(new Refused(path, e.problem()));
            }
        }
        return new Added(added, refused);
    }

    /// Adds one file at the end of a project's.
    ///
    /// @throws FilesException when it cannot be taken in
    /// @throws tidemark.library.records.LibraryException when the project is gone
    public ProjectFile add(ProjectId project, Path path) {
        var name = nameOf(path);
        return contents.add(path, (sql, hash, size) -> library.files().add(sql, project, details(name, hash, size)));
    }

    /// Gives a file the content of another file on this computer; its name stays.
    ///
    /// @throws FilesException when that cannot be taken in
    public Saved<ProjectFile> replace(ProjectFile file, Path path) {
        var name = new FileName(file.details().name());
        return contents.add(path, (sql, hash, size) -> library.files().save(sql, file, details(name, hash, size)));
    }

    private static FileName nameOf(Path path) {
        var name = path.toAbsolutePath().normalize().getFileName();
        return FileName.stored(name == null ? "" : name.toString());
    }

    private static FileDetails details(FileName name, ContentHash hash, long size) {
        return new FileDetails(name.given(), FileKind.mediaType(name), size, hash.text());
    }

    /// A copy of a file's content to open with another program, under its name and read-only. It is fetched first when
    /// it is not here, and checked when it may have changed.
    ///
    /// @throws tidemark.problem.TidemarkException when it cannot be had
    public Path open(ProjectFile file) {
        return contents.copyToRead(
                here(file, _ -> {}), name(file), core.folder().opened());
    }

    /// Writes a file's content to a path that nothing is at; into a folder under the file's own name. It is fetched and
    /// checked as for [#open].
    ///
    /// @return the file that was written
    /// @throws tidemark.problem.TidemarkException when it cannot be had or written
    public Path save(ProjectFile file, Path to) {
        return save(file, to, _ -> {});
    }

    /// Writes a file's content as [#save(ProjectFile, Path)].
    ///
    /// @param progress told of the transfer, where one is made for this alone
    /// @return the file that was written
    /// @throws tidemark.problem.TidemarkException when it cannot be had or written
    public Path save(ProjectFile file, Path to, Consumer<TransferStatus> progress) {
        var target = Files.isDirectory(to) ? to.resolve(name(file).written()) : to;
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw FilesException.taken(target);
        }
        contents.saveAs(here(file, progress), target);
        return target;
    }

    private static FileName name(ProjectFile file) {
        return new FileName(file.details().name());
    }

    private ContentHash here(ProjectFile file, Consumer<TransferStatus> progress) {
        var hash = ContentHash.of(file.details().sha256())
                .orElseThrow(() -> FilesException.missing(name(file).shown()));
        new Fetching(core, syncing, contents).require(hash, file.details().size(), name(file), progress);
        return hash;
    }

    /// The states of the contents of files on this device.
    public Map<FileId, ContentState> states(Collection<ProjectFile> files) {
        var transfers = transfers();
        var states = new LinkedHashMap<FileId, ContentState>();
        for (var file : files) {
            var hash = ContentHash.of(file.details().sha256());
            states.put(
                    file.id(),
                    hash.map(known -> contents.state(known, transfers)).orElse(ContentState.MISSING));
        }
        return states;
    }

    /// The transfers that go on in this process, while it syncs.
    public Optional<Transfers> transfers() {
        return syncing.transfers();
    }

    /// The status of those transfers.
    public Optional<TransferStatus> status() {
        return transfers().map(Transfers::status);
    }

    /// The contents that wait to be moved, as the library says, whoever moves them.
    public TransferCounts counts() {
        return TransferCounts.of(core.database(), settings());
    }

    /// Lets the content of a file be moved again that was cancelled, missing or damaged.
    public void retry(ProjectFile file) {
        ContentHash.of(file.details().sha256()).ifPresent(hash -> {
            contents.want(hash, file.details().size());
            transfers().ifPresent(running -> running.retry(hash));
        });
    }

    /// Stops the transfer of a file's content.
    public void cancel(ProjectFile file) {
        ContentHash.of(file.details().sha256())
                .ifPresent(hash -> transfers().ifPresent(running -> running.cancel(hash)));
    }

    /// The files, projects and collections whose contents stay on this device whatever room is needed.
    public Pins pins() {
        return new Pins(core.database());
    }

    /// Takes notice of pins that were set or removed.
    public void pinsChanged() {
        transfers().ifPresent(Transfers::changed);
    }

    /// The settings for contents on this device.
    public TransferSettings settings() {
        return core.fileSettings().get();
    }

    /// Changes the settings for contents on this device.
    public void settings(TransferSettings other) {
        core.fileSettings().set(other);
        transfers().ifPresent(Transfers::settingsChanged);
    }

    /// The import of Markdown folders with their files.
    public MarkdownImport importing() {
        return new MarkdownImport(library, new ContentIntake(contents));
    }

    /// The export as Markdown folders, with the files whose contents are here.
    public MarkdownExport exporting() {
        return new MarkdownExport(library, new ContentOutlet(contents));
    }

    /// The export as Markdown folders, with all files: contents that are not here are fetched first.
    public MarkdownExport fetchingExport() {
        return new MarkdownExport(
                library, new FetchingOutlet(new Fetching(core, syncing, contents), new ContentOutlet(contents)));
    }
}
