package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.app.ProjectFiles;
import tidemark.files.ContentHash;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.files.TransferStatus;
import tidemark.files.TransferStatus.Running;
import tidemark.library.Library;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;
import tidemark.schema.LibrarySchema;
import tidemark.ui.base.Background;
import tidemark.ui.base.Undo;

/// The model of the files of the open project. All methods are for the window's thread.
final class FilesModel {
    private final ProjectFiles files;
    private final Library library;
    private final Background background;
    private final Background patient;
    private final Undo undo;
    private final ReadOnlyObjectWrapper<Optional<ProjectId>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<FileLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private Map<String, String> textPaths = Map.of();
    private final ReadOnlyObjectWrapper<TransferStatus> transfers = new ReadOnlyObjectWrapper<>(TransferStatus.NONE);
    private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper();
    private boolean isReading;
    private boolean isOutdated;

    /// A model with no project open.
    ///
    /// @param background runs what a person waits for
    /// @param patient runs what may take long
    FilesModel(ProjectFiles files, Library library, Background background, Background patient, Undo undo) {
        this.files = files;
        this.library = library;
        this.background = background;
        this.patient = patient;
        this.undo = undo;
        files.onStatus(status -> background.onWindow(() -> show(status)));
    }

    /// The open project.
    ReadOnlyObjectProperty<Optional<ProjectId>> project() {
        return project.getReadOnlyProperty();
    }

    /// Its files, in their order.
    ReadOnlyObjectProperty<List<FileLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    /// The file that a link in one of the project's texts means.
    ///
    /// @param text the id of the project or the note
    Optional<FileLine> meant(LibraryId text, String destination) {
        return FileReference.find(lines.get(), Optional.ofNullable(textPaths.get(text.text())), destination);
    }

    /// Whether all its files are kept on this device.
    ReadOnlyBooleanProperty pinned() {
        return pinned.getReadOnlyProperty();
    }

    /// The transfers under way.
    ReadOnlyObjectProperty<TransferStatus> transfers() {
        return transfers.getReadOnlyProperty();
    }

    /// The transfer of this file's content, if it is under way.
    Optional<Running> transfer(FileLine line) {
        return ContentHash.of(line.file().details().sha256()).flatMap(transfers.get()::of);
    }

    /// Shows the files of this project from now on, or none.
    void open(Optional<ProjectId> id) {
        if (!id.equals(project.get())) {
            project.set(id);
            lines.set(List.of());
            refresh();
        }
    }

    /// Reads the files again, because the library has changed.
    void refresh() {
        if (isReading) {
            isOutdated = true;
        } else {
            project.get().ifPresent(this::readAgain);
        }
    }

    /// Reads the files in the background, one reading at a time: while many are moved, one change follows another.
    private void readAgain(ProjectId id) {
        isReading = true;
        isOutdated = false;
        background
                .run(() -> read(id))
                .then(
                        read -> {
                            if (project.get().equals(Optional.of(id))) {
                                textPaths = read.textPaths();
                                lines.set(read.lines());
                                pinned.set(read.isPinned());
                            }
                            ended();
                        },
                        failure -> {
                            background.tell(failure);
                            ended();
                        });
    }

    private void ended() {
        isReading = false;
        if (isOutdated) {
            refresh();
        }
    }

    /// The files of a project, the paths of its texts, and whether all files are kept here.
    private record Read(List<FileLine> lines, Map<String, String> textPaths, boolean isPinned) {}

    private Read read(ProjectId id) {
        return new Read(lines(id), library.files().textPaths(id), files.pins().isPinned(id.record()));
    }

    private List<FileLine> lines(ProjectId id) {
        var all = library.files().of(id);
        var states = files.states(all);
        var pinned = files.pins().of(LibrarySchema.FILE);
        return all.stream()
                .map(file -> new FileLine(
                        file,
                        Optional.ofNullable(states.get(file.id())).orElseThrow(),
                        pinned.contains(file.id().text())))
                .toList();
    }

    /// Shows how far the transfers are; when others are under way than before, states have changed.
    private void show(TransferStatus status) {
        var before = hashes(transfers.get());
        transfers.set(status);
        if (!hashes(status).equals(before)) {
            refresh();
        }
    }

    private static List<ContentHash> hashes(TransferStatus status) {
        return status.running().stream().map(Running::hash).toList();
    }

    void rename(ProjectFile file, String name) {
        var now = FileName.stored(name);
        undo.step(
                text("undo.file.rename", new FileName(file.details().name()).shown(), now.shown()),
                () -> library.files().save(file, file.details().withName(now.given())));
    }

    void replace(ProjectFile file, Path by) {
        var words = text("undo.file.replace", new FileName(file.details().name()).shown());
        undo.told(patient, List.of(), _ -> words, () -> files.replace(file, by).conflicts())
                .then(_ -> {});
    }

    void trash(List<FileLine> chosen) {
        if (!chosen.isEmpty()) {
            var words = text(
                    "undo.trash.file", chosen.size(), chosen.getFirst().name().shown());
            undo.told(
                    words,
                    () -> library.trash().put(chosen.stream().map(FileLine::id).toList()));
        }
    }

    /// Keeps these files on this device, or lets them go when room is needed.
    void pin(List<FileLine> chosen) {
        each(chosen, file -> files.pins().pin(file.id().record()));
    }

    void unpin(List<FileLine> chosen) {
        each(chosen, file -> files.pins().unpin(file.id().record()));
    }

    /// Keeps all files of the project on this device, or only those that are kept by themselves.
    void togglePinned() {
        var isPinned = pinned.get();
        project.get()
                .map(ProjectId::record)
                .ifPresent(record -> background.execute(() -> {
                    if (isPinned) {
                        files.pins().unpin(record);
                    } else {
                        files.pins().pin(record);
                    }
                }));
    }

    /// Fetches these files now, or tries again with those that failed.
    void fetch(List<FileLine> chosen) {
        each(chosen, file -> {
            if (files.transfers().isEmpty()) {
                throw FilesException.notFetched(
                        new FileName(file.details().name()).shown(), text("files.no.transfers"));
            }
            files.retry(file);
        });
    }

    void cancel(List<FileLine> chosen) {
        each(chosen, files::cancel);
    }

    private void each(List<FileLine> chosen, Consumer<ProjectFile> action) {
        background.execute(() -> chosen.stream().map(FileLine::file).forEach(action));
    }
}
