package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import tidemark.app.ProjectFiles.Added;
import tidemark.files.FileFinder;
import tidemark.files.FileFinder.Found;
import tidemark.files.FileName;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Services;

/// The adding of files to projects, however they come: dropped, pasted or chosen. All methods are for the window's
/// thread.
public final class FileAdding {
    /// More than so many files are added only when the person means it.
    private static final int MOST_UNASKED = 100;

    /// Files on their way into the library.
    ///
    /// @param isStopped whether the person wants no more of them
    record Progress(int done, int total, boolean isStopped) {
        private static final Progress NONE = new Progress(0, 0, false);
    }

    private final Services services;
    private final Consumer<String> notice;
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<Progress> present = new AtomicReference<>(Progress.NONE);

    /// Whether the window has shown what it was last told: it is told at most once a turn.
    private final AtomicBoolean isDue = new AtomicBoolean(true);

    /// @param notice tells the person what was not added
    public FileAdding(Services services, Consumer<String> notice) {
        this.services = services;
        this.notice = notice;
    }

    /// How far files are that are being added now.
    ReadOnlyObjectProperty<Optional<Progress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Adds no more of the files that are being added.
    void stop() {
        change(now -> new Progress(now.done(), now.total(), true));
    }

    /// Asks for files, and adds them.
    public void choose(ProjectId project) {
        var chosen = services.desktop().chooseFiles(services.owner(), text("files.add.title"));
        if (!chosen.isEmpty()) {
            add(project, chosen);
        }
    }

    /// Whether there is something on this board that can be added.
    public static boolean canTake(Clipboard board) {
        return Offered.isOn(board);
    }

    /// Adds what is on this board.
    public void take(ProjectId project, Clipboard board) {
        take(project, board, _ -> {});
    }

    /// Adds what is on this board, and gives the files that were added to `next`.
    void take(ProjectId project, Clipboard board, Consumer<List<ProjectFile>> next) {
        Offered.on(board).ifPresent(offered -> {
            switch (offered) {
                case Offered.Paths(var paths) -> add(project, paths, next);
                case Offered.Picture(var image) ->
                    services.patient()
                            .run(() -> FileFinder.find(List.of(
                                    Offered.write(image, services.app().folder().scratch(), services.clock()))))
                            .then(written -> add(project, written, added -> {
                                services.patient().run(() -> removed(written)).then(_ -> {});
                                next.accept(added);
                            }));
            }
        });
    }

    private static boolean removed(Found written) throws IOException {
        for (var file : written.files()) {
            Offered.remove(file);
        }
        return true;
    }

    /// Adds files and all that is in folders; more than a few, or a folder, when the person agrees to their number and
    /// size.
    public void add(ProjectId project, List<Path> named) {
        add(project, named, _ -> {});
    }

    private void add(ProjectId project, List<Path> named, Consumer<List<ProjectFile>> next) {
        services.patient()
                .run(() -> new Counted(FileFinder.find(named), named.stream().anyMatch(Files::isDirectory)))
                .then(counted -> {
                    var found = counted.found();
                    var isAsked = counted.hasFolder() || found.files().size() > MOST_UNASKED;
                    if (!isAsked || found.files().isEmpty() || AddQuestion.isAgreed(services.owner(), found)) {
                        add(project, found, next);
                    }
                });
    }

    /// The files in what a person named.
    private record Counted(Found found, boolean hasFolder) {}

    private void add(ProjectId project, Found found, Consumer<List<ProjectFile>> next) {
        var refused = new Added(List.of(), found.refused());
        if (found.files().isEmpty()) {
            tellRefused(refused);
            return;
        }
        change(_ -> new Progress(0, found.files().size(), false));
        services.undo()
                .told(
                        services.patient(),
                        refused,
                        added -> words(added.files()),
                        () -> services.files().add(project, found, this::goesOn))
                .then(
                        added -> {
                            end();
                            tellRefused(added);
                            next.accept(added.files());
                        },
                        failure -> {
                            end();
                            services.background().tell(failure);
                        });
    }

    private static String words(List<ProjectFile> added) {
        var first =
                added.isEmpty() ? "" : new FileName(added.getFirst().details().name()).shown();
        return text("undo.file.add", added.size(), first);
    }

    /// Takes note of the number that is done, on the thread that adds, and says whether the person wants more.
    private boolean goesOn(int done) {
        change(now -> new Progress(done, now.total(), now.isStopped()));
        return !present.get().isStopped();
    }

    private void change(UnaryOperator<Progress> change) {
        present.updateAndGet(change);
        if (isDue.compareAndSet(true, false)) {
            services.background().onWindow(() -> {
                isDue.set(true);
                progress.set(Optional.of(present.get()).filter(shown -> shown.done() < shown.total()));
            });
        }
    }

    private void end() {
        change(_ -> Progress.NONE);
    }

    private void tellRefused(Added added) {
        var refused = added.refused();
        if (!refused.isEmpty()) {
            notice.accept(
                    text("files.refused", refused.size(), refused.getFirst().problem()));
        }
    }
}
