package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import tidemark.app.TestApp;

/// A window driven command by command: after each, all that it set going has been done and is on show. It
/// waits for no pause of the window, so that hundreds of commands take seconds.
record DrivenWindow(OpenWindow open) {
    /// The questions that one command can lead to, each after the answer to the one before.
    private static final int ROUNDS = 5;

    private static final int FRAMES = 600;

    /// A theme without a rule: styles cost more time than all that the commands do.
    private static final String PLAIN = "data:text/css,.plain{}";

    /// Takes the theme away, until it is chosen again.
    void undress() {
        act(() -> {
            open.stage.getScene().getStylesheets().clear();
            if (!PLAIN.equals(Application.getUserAgentStylesheet())) {
                Application.setUserAgentStylesheet(PLAIN);
            }
        });
    }

    /// Runs the action on the window's thread, also while a dialog waits for an answer there, and returns its
    /// result.
    <T> T now(Callable<T> action) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(TestApp.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void act(Runnable action) {
        now(() -> {
            action.run();
            return true;
        });
    }

    /// Waits until nothing is under way in the background, and all answers have been given, which may ask for
    /// more.
    void quiet() {
        for (int i = 0; i < ROUNDS; i++) {
            finishWork();
            act(() -> {});
        }
    }

    /// Waits until what was just set off has happened, but not for what follows from it.
    ///
    /// @return whether there is another window
    boolean hasOpenedAnother() {
        act(() -> {});
        finishWork();
        return now(() -> Window.getWindows().size() > 1);
    }

    /// Waits for all work that was asked for until now: each worker comes to the barrier when it has done its
    /// part.
    private void finishWork() {
        finishWork((ThreadPoolExecutor) open.app.threads().patient());
        finishWork((ThreadPoolExecutor) open.app.threads().background());
    }

    private static void finishWork(ThreadPoolExecutor workers) {
        var arrived = new CountDownLatch(workers.getMaximumPoolSize());
        for (long i = arrived.getCount(); i > 0; i--) {
            workers.execute(() -> {
                arrived.countDown();
                TestApp.await(arrived);
            });
        }
        TestApp.await(arrived);
    }

    /// Shows what the library holds by now.
    void settle() {
        quiet();
        act(open.window::refresh);
        quiet();
        act(() -> open.stage.getScene().getRoot().layout());
    }

    /// Sets a command off, which may open a dialog and wait for its answer, and returns the windows that it
    /// opened.
    List<Window> fire(Runnable action) {
        var before = windows();
        Platform.runLater(action);
        quiet();
        var opened =
                windows().stream().filter(window -> !before.contains(window)).toList();
        opened.forEach(this::awaitCommands);
        return opened;
    }

    /// Waits until a window that was opened has its parts: a popover shows them some frames later. One that only tells
    /// something has none.
    private void awaitCommands(Window window) {
        if (now(() -> window instanceof Popover popover && !hasButton(popover.getContentNode()))) {
            return;
        }
        int frames = 0;
        while (now(() -> window.isShowing() && commands(window).isEmpty())) {
            assertThat(frames++).as("frames until %s has commands", window).isLessThan(FRAMES);
            awaitFrame(window);
        }
    }

    private static boolean hasButton(Node node) {
        return node instanceof ButtonBase
                || (node instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(DrivenWindow::hasButton));
    }

    private void awaitFrame(Window window) {
        var frame = new CountDownLatch(1);
        Runnable onFrame = frame::countDown;
        act(() -> window.getScene().addPostLayoutPulseListener(onFrame));
        act(Platform::requestNextPulse);
        TestApp.await(frame);
        act(() -> window.getScene().removePostLayoutPulseListener(onFrame));
    }

    /// The windows on show, this one first.
    List<Window> windows() {
        return now(() -> Window.getWindows().stream()
                .filter(window -> window.isShowing() && !(window instanceof Tooltip))
                .sorted((one, other) -> Boolean.compare(other.equals(open.stage), one.equals(open.stage)))
                .toList());
    }

    /// The commands in all windows on show.
    List<Command> commands() {
        return windows().stream()
                .flatMap(window -> now(() -> commands(window)).stream())
                .toList();
    }

    private List<Command> commands(Window window) {
        if (window instanceof ContextMenu menu) {
            return CommandWalk.in(menu);
        }
        window.getScene().getRoot().applyCss();
        window.getScene().getRoot().layout();
        return CommandWalk.in(window.getScene(), place(window));
    }

    Set<String> names() {
        return commands().stream().map(Command::name).collect(Collectors.toSet());
    }

    /// The command of this name, as it is on show now.
    Command command(String name) {
        return commands().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name + " among " + beside(name)));
    }

    /// The names of the commands in the same place.
    private List<String> beside(String name) {
        var place = name.substring(0, Math.max(1, name.indexOf(' ')));
        return names().stream()
                .filter(other -> other.startsWith(place))
                .sorted()
                .toList();
    }

    private String place(Window window) {
        if (window.equals(open.stage)) {
            return "";
        }
        return (window instanceof Stage stage ? stage.getTitle() : "Popover") + " › ";
    }

    /// Closes all windows but this one; a question is answered with no.
    void closeOthers() {
        windows().stream().skip(1).forEach(this::close);
    }

    void close(Window window) {
        act(() -> cancel(window).ifPresentOrElse(Button::fire, window::hide));
        settle();
        assertThat(now(window::isShowing)).isFalse();
    }

    private static Optional<Button> cancel(Window window) {
        return window.getScene().getRoot() instanceof DialogPane pane
                ? Stream.of(ButtonType.CANCEL, ButtonType.CLOSE, ButtonType.OK)
                        .flatMap(type -> Stream.ofNullable((Button) pane.lookupButton(type)))
                        .findFirst()
                : Optional.empty();
    }

    /// Whether the window asks for a name.
    boolean isPrompt(Window window) {
        return now(() -> window.getScene().getRoot().getStyleClass().contains("name-prompt"));
    }

    /// Whether the window asks whether something is meant.
    boolean isQuestion(Window window) {
        return now(() -> window.getScene().getRoot() instanceof DialogPane pane
                && pane.getButtonTypes().contains(ButtonType.CANCEL)
                && pane.lookup(".text-field") == null);
    }

    /// Gives a prompt this name.
    void answer(Window prompt, String name) {
        act(() -> {
            var pane = (DialogPane) prompt.getScene().getRoot();
            ((TextField) pane.lookup(".text-field")).setText(name);
            ((Button) pane.lookupButton(ButtonType.OK)).fire();
        });
        settle();
    }

    /// Presses a key where the focus is, with Control or without it.
    void press(KeyCode key, Modifiers with) {
        var scene = open.stage.getScene();
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, event(key, with));
    }

    /// The press of a key as an event.
    static KeyEvent event(KeyCode key, Modifiers with) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, with.shift(), with.control(), with.alt(), false);
    }

    /// The keys held while another is pressed.
    record Modifiers(boolean shift, boolean control, boolean alt) {
        static final Modifiers CONTROL = new Modifiers(false, true, false);
        static final Modifiers CONTROL_SHIFT = new Modifiers(true, true, false);

        @Override
        public String toString() {
            return (control ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "");
        }

        /// All combinations.
        static List<Modifiers> all() {
            return IntStream.range(0, 8)
                    .mapToObj(bits -> new Modifiers((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0))
                    .toList();
        }
    }
}
