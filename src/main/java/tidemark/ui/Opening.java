package tidemark.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.concurrent.Task;
import tidemark.app.App;
import tidemark.app.LibraryFolder;
import tidemark.app.LogFiles;
import tidemark.app.Origins;
import tidemark.app.Rebuild;
import tidemark.app.Threads;
import tidemark.problem.Problem;

/// Opens a library while the window's thread goes on.
final class Opening extends Task<Opening.Opened> {
    /// An open library, and what its window begins with.
    record Opened(App app, Clock clock, WindowState state) {}

    private final LibraryFolder folder;
    private final Optional<Path> sample;
    private final Function<Origins, Optional<Rebuild.Report>> first;

    Opening(LibraryFolder folder, Optional<Path> sample) {
        this(folder, sample, _ -> Optional.empty());
    }

    private Opening(LibraryFolder folder, Optional<Path> sample, Function<Origins, Optional<Rebuild.Report>> first) {
        this.folder = folder;
        this.sample = sample;
        this.first = first;
    }

    /// The same, after the library was made anew, because it is damaged.
    Opening afterRebuilding() {
        return new Opening(folder, sample, origins -> Optional.of(Rebuild.run(folder, origins)));
    }

    void begin() {
        Threads.once("opening", this);
    }

    @Override
    protected Opened call() {
        var origins = Origins.real(Opening::refuseWindowThread);
        var rebuilt = first.apply(origins);
        var app = App.open(folder, origins);
        try {
            return opened(app, origins, rebuilt.map(Rebuild.Report::told));
        } catch (RuntimeException e) {
            app.close(); // a library that turns out damaged is rebuilt next, which nobody may have open
            throw e;
        }
    }

    private Opened opened(App app, Origins origins, Optional<Problem> told) {
        LogFiles.WINDOW.begin(folder);
        sample.ifPresent(app::fillWithSamples);
        var state = WindowState.read(app);
        app.syncing().start();
        app.backups().start();
        return new Opened(app, origins.wallClock(), told.map(state::warning).orElse(state));
    }

    /// The thread that draws the window never waits for the database.
    static void refuseWindowThread() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the database is used on the window's thread");
        }
    }
}
