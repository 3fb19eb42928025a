package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The manual page in the repository, which must be that of the commands.
final class ManPageTest {
    @Test
    void theManualDescribesEachCommandItsOptionsAndTheExitCodes() {
        var page = ManPage.text();
        assertThat(page)
                .startsWith(".TH TIDEMARK 1")
                .contains(".SS \"tidemark remote set s3\"", ".SS \"tidemark sync\"", "\\fB\\-\\-library DIR\\fR")
                .contains(".TP\n3\ndone, something to review: conflicts, or what an import or export left out")
                .contains("~/.local/share/tidemark");
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|I|br)( .*)?"));
    }
}
