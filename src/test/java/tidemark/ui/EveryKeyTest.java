package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.ui.DrivenWindow.Modifiers;

/// Every key in every list of the window, with the other keys held or without: whatever changes rows is
/// undone and made again, and whatever asks changes nothing before the answer.
@ExtendWith(ApplicationExtension.class)
final class EveryKeyTest {
    private static final Situation PROJECT = new Situation("All projects", List.of("River"), 1);
    private static final Situation FILES = new Situation("All projects", List.of("River"), 2);
    private static final Situation TRASH = new Situation("Trash", List.of("Ditch"), 0);
    private static final Situation CONFLICT = new Situation("Conflicts", List.of("Hill"), 0);

    @TempDir
    Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private OpenWindow open;
    private DrivenWindow driven;
    private OtherDevice other;
    private UndoLaw law;

    @BeforeEach
    void openWindow() {
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        FurnishedLibrary.fill(open, folder);
        other = new OtherDevice(folder, open.app);
        driven = new DrivenWindow(open);
        law = new UndoLaw(driven, other);
        open.app.changes().onChange(commits::incrementAndGet);
    }

    @AfterEach
    void closeWindow() {
        OpenWindow.look(Theme.LIGHT);
        other.close();
        open.close();
    }

    @Test
    void inTheListsIsUndoneOrChangesNoRow() {
        pressAll(PROJECT, "#projects");
        pressAll(PROJECT, "#sidebar");
        pressAll(PROJECT, "#notes");
        pressAll(FILES, "#files");
        pressAll(TRASH, "#projects");
        pressAll(CONFLICT, "#projects");
        assertThat(law.undone()).contains("#projects DELETE", "#files DELETE", "#files F2");
    }

    private void pressAll(Situation situation, String list) {
        situation.arrange(driven);
        for (var with : Modifiers.all()) {
            keys(with).filter(key -> !isAccelerator(key, with)).forEach(key -> {
                var seen = commits.get();
                Platform.runLater(() -> press(list, key, with));
                if (driven.hasOpenedAnother() || commits.get() != seen) {
                    check(situation, list, key, with);
                }
            });
        }
    }

    /// The keys of a keyboard; letters and digits by themselves are typed.
    private static Stream<KeyCode> keys(Modifiers with) {
        return Stream.of(KeyCode.values())
                .filter(key -> ((with.control() || with.alt()) && (key.isLetterKey() || key.isDigitKey()))
                        || key.isFunctionKey()
                        || key.isNavigationKey()
                        || key.isWhitespaceKey()
                        || List.of(KeyCode.DELETE, KeyCode.BACK_SPACE, KeyCode.INSERT, KeyCode.CONTEXT_MENU)
                                .contains(key));
    }

    /// The accelerators are commands of the whole window, and so are Ctrl+Z and Ctrl+Shift+Z.
    private boolean isAccelerator(KeyCode key, Modifiers with) {
        return open.stage.getScene().getAccelerators().keySet().stream()
                .anyMatch(keys -> keys.match(DrivenWindow.event(key, with)));
    }

    private void press(String list, KeyCode key, Modifiers with) {
        open.stage.getScene().lookup(list).requestFocus();
        driven.press(key, with);
    }

    /// Takes back what the key did when it was tried, and checks the law for it.
    private void check(Situation situation, String list, KeyCode key, Modifiers with) {
        driven.closeOthers();
        if (open.app.library().undo().undoable().isPresent()) {
            law.undo();
        }
        situation.arrange(driven);
        law.check(new Command(list + " " + with + key, () -> press(list, key, with)));
        situation.arrange(driven);
    }
}
