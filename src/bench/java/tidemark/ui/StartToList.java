package tidemark.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Window;
import tidemark.app.base.LibraryFolder;

/// A start of the program as a person does it, which prints the time at which the list shows projects, and ends.
public final class StartToList {
    private static final long LOOK_NANOS = 1_000_000;

    private StartToList() {}

    /// Starts the program.
    ///
    /// @param args the folder of the library
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(StartToList::watch);
        Start.window(new LibraryFolder(Path.of(args[0])), Optional.empty());
    }

    private static void watch() {
        while (true) {
            LockSupport.parkNanos(LOOK_NANOS);
            try {
                Platform.runLater(() -> endWhen(StartToList::isListShown));
                return;
            } catch (IllegalStateException _) {
                // the toolkit does not run yet
            }
        }
    }

    /// Tells once, when a frame begins in which `shown` holds, and ends the program.
    static void endWhen(BooleanSupplier shown) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (shown.getAsBoolean()) {
                    stop();
                    tell();
                    Platform.exit();
                }
            }
        }.start();
    }

    /// Prints the present time and the memory of the process.
    private static void tell() {
        System.out.println("shown=" + System.currentTimeMillis());
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .forEach(kilobytes -> System.out.println("resident=" + kilobytes));
        } catch (IOException e) {
            System.err.println("this system does not tell the memory of a process: " + e);
        }
        System.out.flush();
    }

    /// Whether a line of the list shows a project, or the list says that there are none.
    static boolean isListShown() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> Optional.ofNullable(window.getScene().lookup(".list-pane")).stream())
                .anyMatch(pane -> pane.lookupAll(".entry-title").stream().anyMatch(StartToList::isRead)
                        || pane.lookup(".empty-state").isVisible());
    }

    private static boolean isRead(Node title) {
        return title instanceof Label label
                && !label.getText().isEmpty()
                && !label.getText().equals("…");
    }
}
