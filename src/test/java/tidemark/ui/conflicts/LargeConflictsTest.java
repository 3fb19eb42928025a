package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Cell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.conflicts.ShownConflicts.Modifier;

/// Many conflicts and long texts: only what is in view is drawn.
@ExtendWith(ApplicationExtension.class)
final class LargeConflictsTest {
    private static final int MAX_NODES = 3_000;

    @TempDir
    Path folder;

    /// A text of a mebibyte.
    ///
    /// @param word the word that some of its lines have
    private static String text(String word, int every) {
        return IntStream.range(0, 16_000)
                .mapToObj(line -> "Line %6d of the log, which is as long as most lines are.%s%n"
                        .formatted(line, line % every == 0 ? word : ""))
                .collect(Collectors.joining());
    }

    private static int nodes(ShownConflicts shown) {
        return shown.scene().getRoot().lookupAll("*").size();
    }

    @Test
    void ofATextOfAMebibyteOnlyWhatIsInViewIsDrawn() {
        try (var shown = new ShownConflicts(folder, false)) {
            var river = shown.disputed(
                    ProjectDetails.titled("River").withSummary(text("", 400)),
                    now -> now.withSummary(text(" mine", 400)),
                    now -> now.withSummary(text(" theirs", 400)));
            shown.show(1024);
            var rows = shown.list("#pieces");
            assertThat(rows.getItems()).hasSizeGreaterThan(190);
            assertThat(nodes(shown)).isLessThan(MAX_NODES);
            shown.press(KeyCode.DOWN, Modifier.ALT);
            shown.press(KeyCode.RIGHT, Modifier.ALT);
            shown.press(KeyCode.U, Modifier.ALT);
            shown.run(() -> rows.scrollTo(rows.getItems().size() - 1));
            shown.press(KeyCode.E, Modifier.ALT);
            shown.press(KeyCode.P, Modifier.ALT);
            assertThat(nodes(shown)).isLessThan(MAX_NODES);
            shown.press(KeyCode.ENTER, Modifier.CTRL);
            assertThat(shown.late.stored(river).summary())
                    .contains("   400 of the log, which is as long as most lines are. theirs");
        }
    }

    @Test
    void aLineOfAMebibyteIsDrawnInParts() {
        try (var shown = new ShownConflicts(folder, false)) {
            var line = "x".repeat(1_000_000);
            shown.disputed(
                    ProjectDetails.titled("River").withSummary(line),
                    now -> now.withSummary(line + "mine"),
                    now -> now.withSummary("theirs" + line.replace('x', 'y')));
            shown.show(1024);
            assertThat(shown.list("#pieces").getItems()).hasSizeGreaterThan(10);
            assertThat(nodes(shown)).isLessThan(MAX_NODES);
            shown.press(KeyCode.RIGHT, Modifier.ALT);
        }
    }

    @Test
    void aHundredConflictsAreListedAndGoneThroughAtOnce() {
        try (var shown = new ShownConflicts(folder, true)) {
            for (int i = 0; i < 100; i++) {
                var number = i;
                shown.disputed(
                        ProjectDetails.titled("Project " + number),
                        now -> now.withTitle("Here " + number),
                        now -> now.withTitle("There " + number));
            }
            shown.show(1024);
            assertThat(shown.list("#conflict-list").getItems()).hasSize(200);
            shown.press(KeyCode.PAGE_UP, Modifier.ALT);
            assertThat(shown.model.number()).isEqualTo(100);
            assertThat(shown.the("#conflict-list .list-cell:selected", Cell.class)
                            .isVisible())
                    .isTrue();
            assertThat(nodes(shown)).isLessThan(MAX_NODES);
        }
    }
}
