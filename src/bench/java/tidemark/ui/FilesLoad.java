package tidemark.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import tidemark.app.App;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;

/// A window with the files of a project on show, to which a thousand are added; prints the longest time for which its
/// thread answered nobody.
///
/// That is the time a frame takes there: the gap between frames is never shorter than the screen's own, however little
/// there is to do.
public final class FilesLoad {
    private static final long LOOK_NANOS = 5_000_000;
    private static final long BETWEEN_KNOCKS_NANOS = 500_000;
    private static final long SETTLE_NANOS = 2_000_000_000L;

    private final App app;
    private final List<Path> files;
    private volatile boolean isOver;
    private long longest;
    private long knocks;
    private long late;

    private FilesLoad(App app, List<Path> files) {
        this.app = app;
        this.files = files;
    }

    /// Opens the window and measures.
    ///
    /// @param args the folder of the library, and that of the files
    public static void main(String[] args) throws Exception {
        var app = App.open(new LibraryFolder(Path.of(args[0])), Environment.real(Opening::refuseWindowThread));
        try (var files = Files.list(Path.of(args[1]))) {
            var load = new FilesLoad(app, files.sorted().toList());
            load.open();
            load.add();
        }
        Runtime.getRuntime().halt(0);
    }

    private static <T> T fx(Callable<T> action) throws Exception {
        var task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void open() throws Exception {
        var state = WindowState.read(app);
        var clock = Environment.real(() -> {}).wallClock();
        var desktop = new FakeDesktop();
        desktop.files = files;
        Platform.startup(() -> new TidemarkWindow(app, new Stage(), clock, state, desktop).show());
        until(() -> fx(StartToList::isListShown));
        fx(() -> {
            node("#projects", ListView.class).orElseThrow().getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> fx(() -> node("#parts", TabPane.class).isPresent()));
        fx(() -> {
            node("#parts", TabPane.class).orElseThrow().getSelectionModel().select(2);
            return true;
        });
        LockSupport.parkNanos(SETTLE_NANOS);
    }

    private static Stream<Node> roots() {
        return Window.getWindows().stream().map(window -> window.getScene().getRoot());
    }

    private static <T> Optional<T> node(String selector, Class<T> type) {
        return roots().flatMap(root -> Optional.ofNullable(root.lookup(selector)).stream())
                .map(type::cast)
                .findFirst();
    }

    private void add() throws Exception {
        var knocking = Thread.ofPlatform().start(this::knock);
        Platform.runLater(
                () -> node("#add-first-files", Button.class).orElseThrow().fire());
        until(() -> fx(FilesLoad::agree));
        knocks = 0;
        longest = 0;
        late = 0;
        var begun = System.nanoTime();
        until(() -> counted() == files.size());
        System.out.println("added=" + (System.nanoTime() - begun) / 1e6);
        LockSupport.parkNanos(SETTLE_NANOS);
        isOver = true;
        knocking.join();
        System.out.println("frame=" + longest / 1e6);
        System.out.println("late=" + late);
        System.out.println("knocks=" + knocks);
        System.out.flush();
    }

    /// Agrees to the number of files, once that is asked.
    private static boolean agree() {
        var asked = roots().filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst();
        asked.ifPresent(pane -> pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .map(type -> (Button) pane.lookupButton(type))
                .forEach(Button::fire));
        return asked.isPresent();
    }

    private long counted() {
        return app.library()
                .read(sql -> sql.number("SELECT count(*) FROM file"))
                .orElse(0);
    }

    /// Asks the window's thread for an answer again and again, and notes the longest wait for one.
    private void knock() {
        try {
            while (!isOver) {
                var asked = System.nanoTime();
                var wait = fx(() -> System.nanoTime() - asked);
                longest = Math.max(longest, wait);
                knocks++;
                if (wait > 16_000_000) {
                    late++;
                }
                LockSupport.parkNanos(BETWEEN_KNOCKS_NANOS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
