package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import tidemark.conflict.Choice;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;
import tidemark.ui.HeadlessScreen;
import tidemark.ui.Screenshots;
import tidemark.ui.conflicts.ShownConflicts.Modifier;

/// Each kind of conflict in windows of all widths, light and dark.
@Tag("shots")
@ExtendWith(ApplicationExtension.class)
final class ConflictLooksTest {
    private static final long TIMEOUT_MILLIS = 10_000;
    private static final double LEAST_CONTRAST = 4.5;

    @TempDir
    Path folder;

    private static final String BASE = "# Samples\n\nUpper reach: four bottles, taken from the left bank.\n\n"
            + lines(1, 12)
            + "\nLower reach: two bottles.\n\n- [ ] boots\n- [ ] rope\n\n" + lines(13, 30);

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "Note %d of the day.\n".formatted(number))
                .collect(Collectors.joining());
    }

    static ProjectDetails here(ProjectDetails now) {
        return now.withSummary(
                BASE.replace("four bottles", "six **dark** bottles").replace("[ ] boots", "[x] boots"));
    }

    static ProjectDetails there(ProjectDetails now) {
        return now.withSummary(
                BASE.replace("four bottles", "five bottles").replace("two bottles.", "two bottles, on ice."));
    }

    private void conflicts(ShownConflicts shown) {
        var river = shown.disputed(
                ProjectDetails.titled("River survey").withSummary(BASE),
                ConflictLooksTest::here,
                ConflictLooksTest::there);
        shown.dispute(river, now -> now.withStatus(Status.ACTIVE), now -> now.withStatus(Status.DONE));
        shown.dispute(
                river,
                now -> now.withDue(Optional.of(LocalDate.of(2026, 3, 9))),
                now -> now.withDue(Optional.of(LocalDate.of(2026, 4, 1))));
        shown.disputed(
                ProjectDetails.titled("Brook"),
                now -> now.withTitle("Brook at the mill"),
                now -> now.withTitle("Mill brook"));
        shown.disputed(ProjectDetails.titled("Old boat"), now -> now.withTitle("Boat"), now -> now.withTitle("Old"));
        shown.trashedAtTheDesk();
    }

    /// A narrow window and a wide one; with `-Pshots` those of all widths, light and dark.
    static List<Arguments> windows() {
        var all = Stream.of(760, 1024, 1440)
                .flatMap(width -> Stream.of(Arguments.of(width, false), Arguments.of(width, true)))
                .toList();
        return Screenshots.areAllTaken() ? all : List.of(all.get(1), all.get(2));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyKindFitsTheWindowAndCanBeRead(int width, boolean isDark) {
        WaitForAsyncUtils.waitForAsyncFx(TIMEOUT_MILLIS, HeadlessScreen::makeRoom);
        try (var shown = new ShownConflicts(folder, isDark)) {
            conflicts(shown);
            shown.show(width);
            for (var kind : List.of("text", "status", "due", "title", "trash")) {
                look(shown, kind, width, isDark);
                shown.press(KeyCode.PAGE_DOWN, Modifier.ALT);
            }
            shown.press(KeyCode.P, Modifier.ALT);
            look(shown, "preview", width, isDark);
            shown.press(KeyCode.P, Modifier.ALT);
            shown.press(KeyCode.U, Modifier.ALT);
            shown.press(KeyCode.E, Modifier.ALT);
            look(shown, "edited", width, isDark);
            shown.press(KeyCode.ESCAPE);
            shown.press(KeyCode.F9);
            look(shown, "list", width, isDark);
            shown.run(() -> shown.model.previewAll(shown.model.group().orElseThrow(), new Choice.Theirs()));
            look(shown, "bulk", width, isDark);
        }
    }

    private static void look(ShownConflicts shown, String kind, int width, boolean isDark) {
        var name = "40-conflict-%s-%d-%s".formatted(kind, width, isDark ? "dark" : "light");
        Screenshots.take(shown.stage(), name);
        for (var node : shown.scene().getRoot().lookupAll(".button")) {
            if (node instanceof Region button && button.getId() != null && button.isVisible() && button.isManaged()) {
                var right = button.localToScene(button.getBoundsInLocal()).getMaxX();
                assertThat(right).as("%s in %s", button.getId(), name).isLessThanOrEqualTo(width);
            }
        }
        for (var cell : shown.scene().getRoot().lookupAll(".piece-cell.changed, .piece-head, .conflict-column")) {
            texts(cell)
                    .forEach(text -> assertThat(contrast(text))
                            .as("“%s” in %s", text.getText(), name)
                            .isGreaterThanOrEqualTo(LEAST_CONTRAST));
        }
    }

    private static List<Text> texts(Node node) {
        return node.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank())
                .toList();
    }

    /// The contrast of a text with the ground that is painted nearest below it, as WCAG reckons it.
    private static double contrast(Text text) {
        Node ground = text;
        while (ground != null && paint(ground).isEmpty()) {
            ground = ground.getParent();
        }
        assertThat(ground).isNotNull();
        var one = luminance((Color) text.getFill());
        var other = luminance(paint(ground).orElseThrow());
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Optional<Color> paint(Node node) {
        return node instanceof Region region && region.getBackground() != null
                ? region.getBackground().getFills().stream()
                        .map(fill -> fill.getFill())
                        .filter(Color.class::isInstance)
                        .map(Color.class::cast)
                        .filter(Color::isOpaque)
                        .reduce((_, last) -> last)
                : Optional.empty();
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
