package tidemark.ui.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.app.ProjectFiles;
import tidemark.files.FileName;
import tidemark.files.TransferSettings;
import tidemark.files.TransferStatus;
import tidemark.files.TransferStatus.Running;
import tidemark.library.Files;
import tidemark.ui.base.Background;
import tidemark.ui.base.Readings;

/// The model of the transfers of files, of all projects together. All methods are for the window's thread.
public final class TransfersModel {
    /// A file on its way.
    ///
    /// @param part how much of it is over, from 0 to 1
    record Line(String name, boolean isUp, double part, long size) {}

    private final ProjectFiles files;
    private final Files library;
    private final Background background;
    private final TransferProgress progress = new TransferProgress();
    private final Readings readings = new Readings();
    private final ReadOnlyObjectWrapper<TransferLook> look = new ReadOnlyObjectWrapper<>(TransferLook.NONE);
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private volatile TransferStatus status = TransferStatus.NONE;
    private Map<String, String> names = Map.of();

    /// A model of the transfers of this library.
    public TransfersModel(ProjectFiles files, Files library, Background background) {
        this.files = files;
        this.library = library;
        this.background = background;
        files.onStatus(now -> background.onWindow(() -> take(now)));
    }

    /// How the transfers look.
    ReadOnlyObjectProperty<TransferLook> look() {
        return look.getReadOnlyProperty();
    }

    /// The files on their way.
    ReadOnlyObjectProperty<List<Line>> lines() {
        return lines.getReadOnlyProperty();
    }

    /// Counts again what waits while the transfers are paused: nothing else tells of that.
    public void refresh() {
        background
                .run(() -> Optional.of(files.settings())
                        .filter(TransferSettings::isPaused)
                        .map(this::waiting))
                .then(readings.next(paused -> paused.ifPresent(now -> {
                    status = now;
                    show();
                })));
    }

    private TransferStatus waiting(TransferSettings settings) {
        var counts = files.counts();
        return status.under(settings).waiting(counts.toSend(), counts.toFetch());
    }

    private void take(TransferStatus now) {
        status = now;
        show();
        var unknown =
                hashes(now).stream().filter(hash -> !names.containsKey(hash)).toList();
        if (!unknown.isEmpty()) {
            background.run(() -> library.names(hashes(now))).then(read -> {
                names = read;
                show();
            });
        }
    }

    private static List<String> hashes(TransferStatus status) {
        return status.running().stream().map(running -> running.hash().text()).toList();
    }

    private void show() {
        look.set(TransferLook.of(status, progress.part(status)));
        lines.set(status.running().stream().map(this::line).toList());
    }

    private Line line(Running running) {
        var name = Optional.ofNullable(names.get(running.hash().text())).orElse("");
        return new Line(
                new FileName(name).shown(),
                running.direction() == TransferStatus.Direction.UP,
                running.size() == 0 ? 1 : (double) running.done() / running.size(),
                running.size());
    }

    /// Stops all transfers until [#resume].
    void pause() {
        change(TransferSettings::paused);
    }

    /// Lets them go on.
    void resume() {
        change(TransferSettings::resumed);
    }

    private void change(UnaryOperator<TransferSettings> change) {
        background
                .run(() -> {
                    files.settings(change.apply(files.settings()));
                    return files.settings();
                })
                .then(settings -> {
                    status = status.under(settings);
                    show();
                    refresh();
                });
    }
}
