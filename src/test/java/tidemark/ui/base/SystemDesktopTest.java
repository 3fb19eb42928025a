package tidemark.ui.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The commands by which each system opens a file.
final class SystemDesktopTest {
    private static final Path FILE = Path.of("/home/anna/opened/ab/a file; rm -rf.pdf");

    private static SystemDesktop on(String system) {
        return new SystemDesktop(_ -> {}, system);
    }

    @Test
    void aFileIsOneArgumentWhateverItsName() {
        assertThat(on("Linux").opening(FILE)).containsExactly("xdg-open", FILE.toString());
        assertThat(on("Mac OS X").opening(FILE)).containsExactly("open", FILE.toString());
        assertThat(on("Windows 11").opening(FILE))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", FILE.toString());
    }

    @Test
    void itIsShownInItsFolder() {
        assertThat(on("Linux").revealing(FILE)).containsExactly("xdg-open", "/home/anna/opened/ab");
        assertThat(on("Mac OS X").revealing(FILE)).containsExactly("open", "-R", FILE.toString());
        assertThat(on("Windows 11").revealing(FILE)).containsExactly("explorer", "/select," + FILE);
    }

    @Test
    void aSystemWithoutSuchAProgramIsToldWithAWayOut() {
        var desktop = on("Windows 11"); // on any other, its program is not there
        if (!System.getProperty("os.name").startsWith("Windows")) {
            assertThatThrownBy(() -> desktop.open(FILE))
                    .isInstanceOfSatisfying(
                            DesktopException.class,
                            failure ->
                                    assertThat(failure.problem().cause()).contains("a file; rm -rf.pdf", "rundll32"));
        }
    }
}
