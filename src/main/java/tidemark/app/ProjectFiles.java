package tidemark.app;

import java.io.IOException;
import java.io.InputStream;
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
import tidemark.files.OpenedCopies;
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

/// The files of projects with their contents: adding, opening, saving and keeping them, and their state here.
public final class ProjectFiles implements AutoCloseable {
    private final AppCore core;
    private final Library library;
    private final Syncing syncing;
    private final ContentStore contents;
    private final OpenedCopies copies;
    private final OutsideEdits outsideEdits;

    ProjectFiles(AppCore core, Library library, Syncing syncing) {
        this.core = core;
        this.library = library;
        this.syncing = syncing;
        this.contents = core.contentStore();
        this.copies = new OpenedCopies(core.folder().opened(), core.contents());
        this.outsideEdits = new OutsideEdits(core, library, contents, copies);
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

    /// Adds one file at the end of a project's. Where another of its files has the name already, it gets a number:
    /// texts show files by their names.
    ///
    /// @throws FilesException when it cannot be taken in
    /// @throws tidemark.library.records.LibraryException when the project is gone
    public ProjectFile add(ProjectId project, Path path) {
        var name = nameOf(path);
        return contents.add(path, (sql, hash, size) -> {
            var free = library.files()
                    .free(
                            sql,
                            project,
                            number -> number == 1
                                    ? name.given()
                                    : name.numbered(number).given());
            return library.files().add(sql, project, details(new FileName(free), hash, size));
        });
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

    /// A copy of a file's content to open with another program, under its name. It is fetched first when it is not
    /// here, and checked when it may have changed. What the program saves there becomes the file's content
    /// ([OutsideEdits]); what it saved and was not taken yet is in the copy.
    ///
    /// @throws tidemark.problem.TidemarkException when it cannot be had
    public Path open(ProjectFile file) {
        var hash = here(file, _ -> {});
        return contents.copyToOpen(
                copies, file.id().text(), hash, file.details().size(), name(file));
    }

    /// Writes a file's content to a path that nothing is at; into a folder under the file's own name. It is fetched
    /// and checked as for [#open].
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
        var hash =
                hash(file).orElseThrow(() -> FilesException.missing(name(file).shown()));
        new Fetching(core, syncing, contents).require(hash, file.details().size(), name(file), progress);
        return hash;
    }

    /// The states of the contents of files on this device.
    public Map<FileId, ContentState> states(Collection<ProjectFile> files) {
        var transfers = transfers();
        var hashes = files.stream().flatMap(file -> hash(file).stream()).toList();
        var known = contents.states(hashes, transfers);
        var states = new LinkedHashMap<FileId, ContentState>();
        for (var file : files) {
            states.put(
                    file.id(),
                    hash(file)
                            .flatMap(hash -> Optional.ofNullable(known.get(hash)))
                            .orElse(ContentState.MISSING));
        }
        return states;
    }

    private static Optional<ContentHash> hash(ProjectFile file) {
        return ContentHash.of(file.details().sha256());
    }

    /// Opens the content of a file to read it, if it is here and sound.
    ///
    /// @throws IOException when it cannot be opened
    public Optional<InputStream> read(ProjectFile file) throws IOException {
        var hash = hash(file);
        return hash.isPresent() ? contents.read(hash.get()) : Optional.empty();
    }

    /// The transfers that go on in this process, while it syncs.
    public Optional<Transfers> transfers() {
        return syncing.transfers();
    }

    /// The status of those transfers.
    public Optional<TransferStatus> status() {
        return transfers().map(Transfers::status);
    }

    /// Calls `listener` with each later status of the transfers of this process, on the thread that made it.
    public void onStatus(Consumer<TransferStatus> listener) {
        syncing.onTransfers(listener);
    }

    /// The contents that wait to be moved, as the library says, whoever moves them.
    public TransferCounts counts() {
        return TransferCounts.of(core.database(), settings());
    }

    /// Lets the content of a file be moved again that was cancelled, missing or damaged.
    public void retry(ProjectFile file) {
        hash(file).ifPresent(hash -> {
            contents.want(hash, file.details().size());
            transfers().ifPresent(running -> running.retry(hash));
        });
    }

    /// Stops the transfer of a file's content.
    public void cancel(ProjectFile file) {
        hash(file).ifPresent(hash -> transfers().ifPresent(running -> running.cancel(hash)));
    }

    /// The files, projects and collections whose contents stay on this device whatever room is needed.
    public Pins pins() {
        return new Pins(core.database(), () -> transfers().ifPresent(Transfers::changed));
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

    /// The watch over files that are open in other programs.
    public OutsideEdits outsideEdits() {
        return outsideEdits;
    }

    /// Ends that watch.
    @Override
    public void close() {
        outsideEdits.close();
    }
}
