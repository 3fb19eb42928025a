package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.DrivenWindow.Modifiers;

/// The main views in a narrow window and in wide ones: nothing that a person needs is cut short or beyond the edge.
/// With `-Pshots` those of all widths in both themes, for people to look at.
@Tag("shots")
@ExtendWith(ApplicationExtension.class)
final class WidthsTest {
    private static final double HEIGHT = 840;
    private static final double SMALL_SCREEN = 690;

    private static final List<Integer> ALL = List.of(760, 1024, 1440);
    private static final Situation PROJECT = new Situation("All projects", List.of("Kitchen"), 0);
    private static final Situation NOTES = new Situation("All projects", List.of("Kitchen"), 1);
    private static final Situation SEVERAL = new Situation("All projects", List.of("Kitchen", "Field"), 0);
    private static final Situation TRASH = new Situation("Trash", List.of("Old boat"), 0);
    private static final Situation CONFLICTS = new Situation("Conflicts", List.of("Garden"), 0);

    @TempDir
    Path folder;

    private OpenWindow open;
    private DrivenWindow driven;

    @BeforeEach
    void openWindow() {
        OpenWindow.fx(HeadlessScreen::makeRoom);
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.of(folder.resolve("remote")));
        driven = new DrivenWindow(open);
        furnish();
    }

    @AfterEach
    void closeWindow() {
        OpenWindow.look(Theme.LIGHT);
        open.close();
    }

    static List<Theme> themes() {
        return Screenshots.areAllTaken() ? List.of(Theme.LIGHT, Theme.DARK) : List.of(Theme.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyViewFitsTheWindow(Theme theme) {
        OpenWindow.look(theme);
        for (int width : Screenshots.areAllTaken() ? ALL : List.of(ALL.getFirst())) {
            driven.act(() -> {
                open.stage.setX(0);
                open.stage.setY(0);
                open.stage.setWidth(width);
                open.stage.setHeight(HEIGHT);
            });
            look("project", PROJECT, width, theme);
            look("notes", NOTES, width, theme);
            look("several", SEVERAL, width, theme);
            look("trash", TRASH, width, theme);
            look("conflicts", CONFLICTS, width, theme);
            PROJECT.show(driven);
            search("water");
            look(open.stage, "search", width, theme);
            search("");
            dialog("#settings", width, theme);
            dialog("F1", width, theme);
        }
    }

    private void furnish() {
        var library = driven.open().app.library();
        var boat = library.projects().create(ProjectDetails.titled("Old boat"));
        library.trash().put(List.of(boat.id()));
        var was = library.projects().create(ProjectDetails.titled("Garden"));
        library.projects().save(was, was.details().withTitle("Garden there"));
        library.projects().save(was, was.details().withTitle("Garden here"));
        driven.settle();
    }

    private void search(String words) {
        driven.act(() -> {
            var field = (TextField) driven.open().stage.getScene().lookup("#search");
            field.setText(words);
            field.requestFocus();
            driven.press(KeyCode.ENTER, new Modifiers(false, false, false));
        });
        driven.settle();
    }

    private void look(String view, Situation situation, int width, Theme theme) {
        situation.show(driven);
        look(driven.open().stage, view, width, theme);
    }

    private void dialog(String command, int width, Theme theme) {
        var opened = driven.fire(driven.command(command).act()).getFirst();
        assertThat(driven.now(opened::getX))
                .as("%s opens on the screen", command)
                .isNotNegative();
        assertThat(driven.now(opened::getHeight))
                .as("%s fits a small screen", command)
                .isLessThan(SMALL_SCREEN);
        assertThat(driven.now(opened::getY))
                .as("%s opens on the screen", command)
                .isNotNegative();
        look(opened, "dialog" + command.replace("#", "-").toLowerCase(Locale.ROOT), width, theme);
        driven.closeOthers();
    }

    private void look(Window window, String view, int width, Theme theme) {
        Screenshots.take(window, "50-%s-%d".formatted(view, width), theme);
        assertThat(driven.now(() -> beyond(window.getScene())))
                .as("beyond the edge, %s at %d", view, width)
                .isEmpty();
        assertThat(driven.now(() -> cutShort(window.getScene().getRoot())))
                .as("%s at %d", view, width)
                .isEmpty();
    }

    /// The buttons that are not whole within the window.
    private static List<String> beyond(Scene scene) {
        return scene.getRoot().lookupAll(".button").stream()
                .filter(WidthsTest::isSeen)
                .filter(button -> {
                    var bounds = button.localToScene(button.getLayoutBounds());
                    return bounds.getMinX() < 0 || bounds.getMaxX() > scene.getWidth();
                })
                .map(button -> String.valueOf(button.getAccessibleText()))
                .toList();
    }

    /// The words of buttons that are not whole.
    private static List<String> cutShort(Node root) {
        return root.lookupAll(".button").stream()
                .flatMap(node -> node instanceof ButtonBase button ? Stream.of(button) : Stream.empty())
                .filter(WidthsTest::isSeen)
                .filter(button -> button.getText() != null && !shown(button).equals(button.getText()))
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isSeen(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || !at.isManaged()) {
                return false;
            }
        }
        return true;
    }

    private static String shown(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text text ? text.getText() : labeled.getText();
    }
}
