package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.ui.base.ScreenBounds;

/// The bounds of a window that was closed on another screen.
final class WindowStateTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1024, 700);

    @ParameterizedTest
    @CsvSource({
        "100, 50, 800, 600, 100, 50, 800, 600",
        "100, 50, 1440, 900, 0, 0, 1024, 700",
        "2000, 1200, 800, 600, 224, 100, 800, 600",
        "-700, -90, 800, 600, 0, 0, 800, 600"
    })
    void aWindowLiesWithinItsScreen(
            double x, double y, double width, double height, double atX, double atY, double wide, double high) {
        assertThat(ScreenBounds.within(new Rectangle2D(x, y, width, height), SCREEN))
                .isEqualTo(new Rectangle2D(atX, atY, wide, high));
    }
}
