package tidemark.ui;

import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// A keyboard whose keys go to what has the focus, as those of a real one do, without the pauses of a robot.
final class Keyboard {
    private static final int ROUNDS = 2;

    private Keyboard() {}

    /// Presses a key and lets it go, while those named before it are held.
    static void press(KeyCode... keys) {
        var key = keys[keys.length - 1];
        var all = Set.of(keys);
        send(event(KeyEvent.KEY_PRESSED, "", key, all));
        send(event(KeyEvent.KEY_RELEASED, "", key, all));
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    /// Types these words.
    static void type(String words) {
        words.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> send(event(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED, Set.of())));
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }

    private static KeyEvent event(EventType<KeyEvent> type, String letter, KeyCode key, Set<KeyCode> all) {
        return new KeyEvent(
                type,
                letter,
                "",
                key,
                all.contains(KeyCode.SHIFT),
                all.contains(KeyCode.CONTROL),
                all.contains(KeyCode.ALT),
                false);
    }

    /// Sends it later: a dialog that it opens would wait for its answer.
    private static void send(KeyEvent event) {
        Platform.runLater(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .reduce((_, last) -> last) // the headless platform takes the focus from none
                .map(Window::getScene)
                .map(scene -> Optional.<Node>ofNullable(scene.getFocusOwner()).orElse(scene.getRoot()))
                .ifPresent(target -> Event.fireEvent(target, event)));
    }
}
