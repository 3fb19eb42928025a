package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// The widths of the panes, which stay as a person made them when the window becomes narrow and wide again.
@ExtendWith(ApplicationExtension.class)
final class PanesTest {
    private static final double WIDE = 1200;
    private static final double NARROW = 700;

    private Panes panes;
    private Stage stage;

    @BeforeEach
    void open() {
        panes = fx(() -> new Panes(new StackPane(), new StackPane(), new StackPane()));
        stage = fx(() -> {
            var opened = new Stage();
            opened.setScene(new Scene(panes, WIDE, 500));
            opened.show();
            return opened;
        });
        widen(WIDE);
        drag(0.2, 0.5);
    }

    @AfterEach
    void close() {
        fx(() -> {
            stage.close();
            return true;
        });
    }

    private void widen(double width) {
        fx(() -> {
            stage.setWidth(width);
            return true;
        });
        until(() -> Math.abs(panes.getWidth() - width) < 2);
    }

    private void drag(double... positions) {
        fx(() -> {
            panes.setDividerPositions(positions);
            panes.layout();
            panes.setDividerPositions(positions); // the first could not pass the second
            panes.layout();
            return true;
        });
    }

    private List<Double> dividers() {
        return fx(() -> Arrays.stream(panes.getDividerPositions()).boxed().toList());
    }

    private void areAt(double... wanted) {
        until(() -> panes.getDividerPositions().length == wanted.length
                && Math.abs(panes.getDividerPositions()[0] - wanted[0]) < 0.02);
        var found = dividers();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found.get(i)).as("divider %d", i).isCloseTo(wanted[i], within(0.02));
        }
    }

    @Test
    void aNarrowWindowHasNoSidebarAndAWideOneTheWidthsOfBefore() {
        widen(NARROW);
        assertThat(dividers()).hasSize(1);
        drag(0.5);
        widen(WIDE);
        areAt(0.2, 0.5);
        widen(NARROW);
        areAt(0.5);
    }

    @Test
    void theSidebarIsShownAsWideAsItWas() {
        for (int i = 0; i < 2; i++) {
            fx(() -> {
                panes.toggleSidebar();
                return true;
            });
        }
        areAt(0.2, 0.5);
    }
}
