package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `export`.
final class ExportCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = Shell.withLibrary(folder.resolve("laptop"));
        shell.project("River");
    }

    @Test
    void theLibraryIsWrittenIntoAFolderThatIsMade() {
        var out = folder.resolve("out/today");
        assertThat(shell.done("export", out.toString()).out())
                .isEqualTo("1 project and 0 notes written into " + out + ", in 0 collections.\n");
        assertThat(out.resolve("River.md")).content().startsWith("---\ntitle: \"River\"\n");
        var other = Shell.withLibrary(folder.resolve("desk"));
        other.done("import", out.toString());
        assertThat(other.done("project", "list").out()).contains("River");
    }

    @Test
    void whatItWroteIsCounted() {
        var answer = shell.json("export", folder.resolve("out").toString()).json();
        assertThat(answer.get("projects").asInt()).isEqualTo(1);
        assertThat(answer.get("filesLeftOut").asInt()).isZero();
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        var answer = shell.run("export", folder.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("is not empty", "Nothing was exported");
        assertThat(folder.resolve("River.md")).doesNotExist();
    }
}
