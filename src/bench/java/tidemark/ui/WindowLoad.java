package tidemark.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import tidemark.app.App;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.ui.base.SystemDesktop;

/// A window with a project open, while a pull is applied or a long transaction runs; prints the longest waits.
public final class WindowLoad {
    private static final int KEYS = 100;
    private static final long BETWEEN_KEYS_NANOS = 20_000_000;
    private static final long SETTLE_NANOS = 2_000_000_000L;
    private static final long LOOK_NANOS = 5_000_000;

    private final App app;
    private final AtomicLong longestFrame = new AtomicLong();

    private WindowLoad(App app) {
        this.app = app;
    }

    /// Opens the window and measures.
    ///
    /// @param args the folder of the library; to pull, the folder of the remote and its user
    public static void main(String[] args) throws Exception {
        var app = App.open(new LibraryFolder(Path.of(args[0])), Environment.real(Opening::refuseWindowThread));
        if (args.length > 1) {
            app.settings().set("remote.folder", args[1]);
            app.settings().set("remote.user", args[2]);
        }
        var load = new WindowLoad(app);
        load.open();
        if (args.length > 1) {
            load.pull();
        } else {
            load.type();
        }
        System.out.println("frame=" + load.longestFrame.get() / 1e6);
        System.out.flush();
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
        Platform.startup(() -> new TidemarkWindow(
                        app, new Stage(), Environment.real(() -> {}).wallClock(), state, new SystemDesktop(_ -> {}, ""))
                .show());
        until(() -> fx(StartToList::isListShown));
        fx(() -> {
            node("#projects", ListView.class).getSelectionModel().clearAndSelect(0);
            return true;
        });
        until(() -> fx(() -> find("#summary").isPresent()));
        LockSupport.parkNanos(SETTLE_NANOS);
        fx(() -> {
            new Frames(gap -> longestFrame.accumulateAndGet(gap, Math::max)).start();
            return true;
        });
    }

    private static Optional<Node> find(String selector) {
        return Window.getWindows().stream()
                .flatMap(window -> Optional.ofNullable(window.getScene().lookup(selector)).stream())
                .findFirst();
    }

    private static <T extends Node> T node(String selector, Class<T> type) {
        return type.cast(find(selector).orElseThrow());
    }

    private void pull() throws Exception {
        var version = app.syncing().status().version();
        var begun = System.nanoTime();
        app.syncing().start();
        until(() -> app.syncing().status().version() > version);
        System.out.println("applied=" + (System.nanoTime() - begun) / 1e6);
        until(() -> !app.indexer().isBehind());
        LockSupport.parkNanos(SETTLE_NANOS);
    }

    private void type() throws Exception {
        var done = new AtomicLong();
        Thread.ofPlatform().start(() -> {
            var begun = System.nanoTime();
            app.database().change(sql -> {
                while (System.nanoTime() - begun < KEYS * BETWEEN_KEYS_NANOS) {
                    sql.update("UPDATE project SET title = title || '.' WHERE n % 100 = ?", 7);
                }
            });
            done.set(System.nanoTime() - begun);
        });
        var times = new ArrayList<Long>();
        for (int i = 0; i < KEYS || done.get() == 0; i++) {
            times.add(fx(WindowLoad::key));
            LockSupport.parkNanos(BETWEEN_KEYS_NANOS);
        }
        LockSupport.parkNanos(SETTLE_NANOS);
        var sorted = times.stream().sorted().toList();
        System.out.println("key=" + sorted.getLast() / 1e6);
        System.out.println("median=" + sorted.get(sorted.size() / 2) / 1e6);
        System.out.println("transaction=" + done.get() / 1e6);
    }

    private static long key() {
        var summary = node("#summary", Node.class);
        var begun = System.nanoTime();
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
            var typed = type == KeyEvent.KEY_TYPED;
            summary.fireEvent(new KeyEvent(
                    type, typed ? "x" : "", "", typed ? KeyCode.UNDEFINED : KeyCode.X, false, false, false, false));
        }
        return System.nanoTime() - begun;
    }
}
