package tidemark.ui;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.App;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.Threads;
import tidemark.db.DatabaseException;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.ui.base.Delay;
import tidemark.ui.base.SystemDesktop;

/// The JavaFX application: opens the library in the background, then the window on it, or one dialog that tells the
/// failure.
public final class Start extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    /// The wait before work that the first frame does not show: on a small computer it would take the processor from
    /// it.
    private static final Duration AFTER_FIRST_FRAMES = Duration.ofMillis(500);

    /// JavaFX's logger. It warns about being on the class path, where it works and is meant to be: the program is no
    /// module.
    private static final java.util.logging.Logger TOOLKIT = java.util.logging.Logger.getLogger("javafx");

    /// Hands the opening to the application, which JavaFX constructs itself, with strings only, once in a process.
    private static final AtomicReference<Opening> OPENING = new AtomicReference<>();

    private final Delay afterFirstFrames = Delay.of(AFTER_FIRST_FRAMES);
    private Optional<App> app = Optional.empty();

    /// Opens the window and returns when it is closed. The library is opened while JavaFX starts.
    ///
    /// @param sample if present, an empty library is filled with examples and synced to this folder
    public static void window(LibraryFolder folder, Optional<Path> sample) {
        TOOLKIT.setLevel(Level.SEVERE);
        var opening = begin(folder, sample);
        try {
            launch(Start.class);
        } catch (RuntimeException | Error e) {
            opening.abandon();
            throw e;
        }
    }

    /// Begins to open the library, for the application that is started next.
    static Opening begin(LibraryFolder folder, Optional<Path> sample) {
        var opening = new Opening(folder, sample).begin();
        OPENING.set(opening);
        return opening;
    }

    @Override
    public void start(Stage stage) {
        open(stage, Objects.requireNonNull(OPENING.get()));
    }

    private void show(Stage stage, Opening opening, Opening.Opened opened) {
        app = Optional.of(opened.app());
        Consumer<URI> browser = address -> getHostServices().showDocument(address.toString());
        var desktop = new SystemDesktop(browser, System.getProperty("os.name"));
        var window = new TidemarkWindow(opened.app(), stage, opened.clock(), opened.state(), desktop);
        window.offerRebuilding(damage -> offerRebuilding(damage, stage, opening));
        window.show();
        Platform.setImplicitExit(true);
        afterFirstFrames.restart(() -> opened.app().threads().background().execute(() -> startWork(opened.app())));
    }

    private static void startWork(App app) {
        app.syncing().start();
        app.backups().start();
        app.files().outsideEdits().start();
        app.check().start();
    }

    /// Rebuilds the open library if the person wants it: closes window and library first, which saves what is typed.
    private void offerRebuilding(Problem damage, Stage stage, Opening opening) {
        if (ProblemDialog.offersRebuilding(damage)) {
            Platform.setImplicitExit(false); // there is no window for a moment
            afterFirstFrames.cancel();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            var damaged = app.orElseThrow();
            app = Optional.empty();
            open(stage, opening.afterRebuilding(damaged::close).begin());
        }
    }

    private void open(Stage stage, Opening opening) {
        opening.then(
                opened -> show(stage, opening, opened),
                failure -> fail(
                        failure, () -> open(stage, opening.afterRebuilding().begin())));
    }

    /// Tells the failure; for a damaged library it also offers to rebuild it.
    private static void fail(Throwable failure, Runnable rebuild) {
        LOG.error("The library cannot be opened", failure);
        Platform.setImplicitExit(false); // the dialog is the last window for a moment
        if (failure instanceof DatabaseException.Damaged damaged && ProblemDialog.offersRebuilding(damaged.problem())) {
            rebuild.run();
        } else if (failure instanceof DatabaseException.Damaged) {
            Platform.exit();
        } else if (failure instanceof TidemarkException known) {
            ProblemDialog.of(known.problem()).showAndWait();
            Platform.exit();
        } else {
            throw new IllegalStateException(failure);
        }
    }

    /// Closes the library. Waits for what is being written, but only a few seconds for a remote that does not answer:
    /// the outcome of what was being sent is found out by the next start.
    @Override
    public void stop() throws InterruptedException {
        afterFirstFrames.cancel();
        if (app.isPresent()) {
            var closed = new CountDownLatch(1);
            Threads.once("closing", () -> {
                app.get().close();
                closed.countDown();
            });
            if (!closed.await(Threads.LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The remote did not answer; the program ended without waiting longer");
            }
        }
    }
}
