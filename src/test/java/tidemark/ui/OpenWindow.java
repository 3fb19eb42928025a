package tidemark.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.ui.base.DeferredPane;

/// A window on a library of its own, as the program opens it.
final class OpenWindow implements AutoCloseable {
    static final String VAULT = "vault";
    static final String VAULT_FILE = "Source.md";

    final App app;
    final Stage stage;
    final TidemarkWindow window;
    final FakeDesktop desktop;

    /// The number of lines in the list when the window appeared.
    final int linesAtOnce;

    private OpenWindow(App app, Stage stage, TidemarkWindow window, FakeDesktop desktop) {
        this.app = app;
        this.stage = stage;
        this.window = window;
        this.desktop = desktop;
        this.linesAtOnce =
                ((ListView<?>) stage.getScene().lookup("#projects")).getItems().size();
    }

    /// Opens the library in this folder; waits until the window is there.
    static OpenWindow on(Path folder, Theme theme, Optional<Path> sample) {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        var app = App.open(
                new LibraryFolder(folder),
                new Environment(clock, new Random(folder.hashCode()), Opening::refuseWindowThread));
        sample.ifPresent(app::fillWithSamples);
        app.indexer().run();
        app.settings().set(Theme.setting(), theme.name());
        app.syncing().start();
        var state = WindowState.read(app);
        var opened = fx(() -> {
            var stage = new Stage();
            var desktop = desktop(folder);
            var window = new TidemarkWindow(app, stage, clock, state, desktop);
            window.show();
            return new OpenWindow(app, stage, window, desktop);
        });
        until(() -> opened.isWhole());
        return opened;
    }

    /// A desktop without dialogs: a folder to import, and a file, are what lies in `vault` beside the library.
    private static FakeDesktop desktop(Path library) {
        var vault = library.resolveSibling(VAULT);
        var desktop = new FakeDesktop();
        desktop.target = Optional.of(vault).filter(Files::exists);
        desktop.document = Optional.of(vault.resolve(VAULT_FILE)).filter(Files::exists);
        return desktop;
    }

    /// Whether the panes beside the list are there, which come with the second frame.
    private boolean isWhole() {
        return stage.getScene().getRoot().lookupAll(DeferredPane.class.getSimpleName()).stream()
                        .filter(pane -> !((Pane) pane).getChildren().isEmpty())
                        .count()
                == 2;
    }

    /// Clicks on the node with this text or selector, once there is one. Where it is, is asked on the window's thread:
    /// the bounds of a scene that is being drawn are no other thread's to compute.
    static FxRobot click(FxRobot robot, String what) {
        until(() -> place(robot, what).isPresent());
        robot.clickOn(fx(() -> place(robot, what).orElseThrow()));
        return robot;
    }

    private static Optional<Point2D> place(FxRobot robot, String what) {
        return robot.lookup(what).queryAll().stream()
                .filter(NodeQueryUtils.isVisible())
                .findFirst()
                .map(node -> {
                    var _ = robot.targetWindow(node);
                    var bounds = node.getLayoutBounds();
                    return node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
                });
    }

    /// Gives all windows this theme.
    static void look(Theme theme) {
        fx(() -> {
            theme.apply();
            return true;
        });
    }

    /// Runs the action on the window's thread and waits for the result.
    static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(TestApp.PATIENCE.toMillis(), action);
    }

    /// Waits until the condition holds on the window's thread; fails when that takes too long.
    static void until(Callable<Boolean> condition) {
        eventually(() -> fx(condition));
    }

    /// Waits until the condition holds on this thread, which may use the database.
    static void eventually(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(TestApp.PATIENCE.toSeconds(), TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen in " + TestApp.PATIENCE, e);
        }
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    @Override
    public void close() {
        fx(() -> {
            stage.close();
            return true;
        });
        app.close();
    }
}
