package tidemark.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import tidemark.app.App;
import tidemark.app.Rebuild;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.LogFiles;
import tidemark.app.base.Threads;
import tidemark.problem.Problem;

/// The opening of a library, on a thread of its own while JavaFX starts.
final class Opening {
    /// An open library, and the initial state of its window.
    record Opened(App app, Clock clock, WindowState state) {}

    private final LibraryFolder folder;
    private final Optional<Path> sample;
    private final Function<Environment, Optional<Rebuild.Report>> beforeOpening;
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();

    /// Whether JavaFX runs: to ask it for its thread before that would start it.
    private final AtomicBoolean hasToolkit = new AtomicBoolean();

    Opening(LibraryFolder folder, Optional<Path> sample) {
        this(folder, sample, _ -> Optional.empty());
    }

    private Opening(
            LibraryFolder folder, Optional<Path> sample, Function<Environment, Optional<Rebuild.Report>> first) {
        this.folder = folder;
        this.sample = sample;
        this.beforeOpening = first;
    }

    /// Another opening of the same library, which first rebuilds it because it is damaged.
    Opening afterRebuilding() {
        return afterRebuilding(() -> {});
    }

    /// Another opening of the same library, which first runs `close`, and then rebuilds it.
    Opening afterRebuilding(Runnable close) {
        return new Opening(folder, sample, environment -> {
            close.run();
            return Rebuild.run(folder, environment, Rebuild.Wanted.DEFAULT);
        });
    }

    /// Begins to open the library and returns at once.
    Opening begin() {
        Threads.once("opening", () -> {
            try {
                opened.complete(open());
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        return this;
    }

    /// Calls back with the open library or the failure, on the window's thread, which must be the caller's.
    void then(Consumer<Opened> shown, Consumer<Throwable> failed) {
        hasToolkit.set(true);
        var _ = opened.whenComplete((now, failure) -> Platform.runLater(() -> {
            if (failure == null) {
                shown.accept(now);
            } else {
                failed.accept(failure);
            }
        }));
    }

    /// Closes the library as soon as it is open: there is no window for it.
    void abandon() {
        var _ = opened.thenAccept(now -> now.app().close());
    }

    private Opened open() {
        var environment = Environment.real(this::checkThread);
        var rebuilt = beforeOpening.apply(environment);
        var app = App.open(folder, environment);
        try {
            return read(app, environment, rebuilt.map(Rebuild.Report::asProblem));
        } catch (RuntimeException e) {
            app.close(); // a damaged library is rebuilt next, and must not be open then
            throw e;
        }
    }

    private Opened read(App app, Environment environment, Optional<Problem> told) {
        LogFiles.WINDOW.begin(folder);
        sample.ifPresent(app::fillWithSamples);
        var state = WindowState.read(app);
        return new Opened(app, environment.wallClock(), told.map(state::warning).orElse(state));
    }

    private void checkThread() {
        if (hasToolkit.get()) {
            refuseWindowThread();
        }
    }

    /// Fails on the window's thread, which must never wait for the database.
    ///
    /// @throws IllegalStateException on that thread
    static void refuseWindowThread() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the database is used on the window's thread");
        }
    }
}
