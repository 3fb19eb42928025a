package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The usage of the command line: the help, the options of all commands, and what wrong usage answers.
final class UsageTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder.resolve("laptop"));
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(shell.plain().code()).isZero();
        assertThat(shell.plain("--library", "somewhere", "--sample").code()).isZero();
        assertThat(shell.windows)
                .containsExactly(
                        new Shell.Opened(folder.resolve("standard"), Optional.empty()),
                        new Shell.Opened(
                                Path.of("somewhere").toAbsolutePath(),
                                Optional.of(Path.of("remote").toAbsolutePath())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stauts",
                "project",
                "project list surplus",
                "project add",
                "project add --title",
                "project add --title T --status finished",
                "project add --title T --due tomorrow",
                "note add",
                "note add ID --title T",
                "remote set",
                "remote set folder",
                "remote set folder DIR --user A/B",
                "sync --forever",
                "import"
            })
    void whatMakesNoSenseIsWrongUsage(String command) {
        var answer = shell.run(command.split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Nothing was done.", "--help` says how it is used");
        assertThat(shell.library).doesNotExist();
    }

    @Test
    void wrongUsageIsOneJsonDocumentToo() {
        var answer = shell.plain("stauts", "--json");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.json().get("error").get("cause").asString()).contains("stauts");
        assertThat(answer.err()).contains("status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "status --help", "project --help", "project edit --help", "remote set folder --help"})
    void everyCommandSaysHowItIsUsed(String command) {
        var answer = shell.plain(command.split(" "));
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("--library", "--json", "Exit codes:");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void theHelpNamesEveryCommand() {
        assertThat(shell.plain("--help").out())
                .contains("init", "remote", "sync", "status", "watch", "project", "note", "trash", "conflicts")
                .contains("import", "verify");
        assertThat(shell.plain("project", "--help").out()).contains("list", "show", "add", "edit", "trash", "restore");
    }

    @Test
    void theOptionsOfAllCommandsStandBeforeOrAfterThem() {
        shell.done("init");
        var library = shell.library.toString();
        assertThat(shell.plain("--json", "--library", library, "status")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("local-only");
        assertThat(shell.plain("status", "--library", library, "--json")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("local-only");
        assertThat(shell.plain("project", "list", "--library=" + library).out()).isEqualTo("No projects.\n");
    }

    @Test
    void withoutALibraryACommandSaysHowToMakeOne() {
        var answer = shell.run("project", "list", "--json");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.json().get("error").get("remedy").asString()).contains("tidemark init");
        assertThat(answer.err()).contains("There is no library in " + shell.library);
        assertThat(shell.library).doesNotExist();
    }

    @Test
    void aLibraryIsMadeOnce() {
        var made = shell.json("init", "--name", "laptop");
        assertThat(made.text("device")).isEqualTo("laptop");
        assertThat(made.text("library")).isEqualTo(shell.library.toString());
        var again = shell.run("init");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("There is a library in " + shell.library + " already.");
    }

    @Test
    void aNewLibraryIsFilledWithExamplesWhereThatIsWished() {
        shell.done("init", "--sample");
        assertThat(shell.json("project", "list").json().get("projects")).hasSizeGreaterThan(8);
        assertThat(shell.json("remote", "show").json().get("remote").isNull()).isTrue();
    }
}
