package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The program as a process of its own, without the tests' own settings on its class path.
final class ProcessTest {
    private record Ended(int code, String out, String err) {}

    @TempDir
    Path folder;

    private Ended run(String... arguments) throws IOException, InterruptedException {
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = Forked.command(List.of("-Xlog:class+load:file=" + folder.resolve("classes.txt")), arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("DISPLAY");
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        var process = builder.start();
        process.getOutputStream().close();
        var code = process.waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    private String library() {
        return folder.resolve("laptop").toString();
    }

    @Test
    void aCommandLoadsNothingOfTheWindowAndPrintsOneDocument() throws Exception {
        assertThat(run("init", "--name", "laptop", "--library", library()))
                .isEqualTo(new Ended(
                        0, "Made a library in " + library() + "; other devices know this one as laptop.\n", ""));
        assertThat(Files.readAllLines(folder.resolve("classes.txt"), StandardCharsets.UTF_8))
                .anyMatch(line -> line.contains("tidemark.cli.InitCommand"))
                .noneMatch(line -> line.contains("javafx.") || line.contains("tidemark.ui."));
        var added = run("project", "add", "--title", "River", "--library", library(), "--json");
        assertThat(added.code()).isZero();
        assertThat(added.err()).isEmpty();
        assertThat(new JsonMapper().readTree(added.out()).get("title").asString())
                .isEqualTo("River");
    }

    @Test
    void theLogGoesIntoTheLibraryAndNeverToTheTerminal() throws Exception {
        run("init", "--library", library());
        run("remote", "set", "folder", folder.resolve("remote").toString(), "--library", library());
        var synced = run("sync", "--library", library());
        assertThat(synced).isEqualTo(new Ended(0, "Nothing new here or there; version 0.\n", ""));
        Files.createDirectories(folder.resolve("box/.stfolder"));
        var denied =
                run("remote", "set", "folder", folder.resolve("box/tidemark").toString(), "--library", library());
        assertThat(denied.code()).isEqualTo(5);
        assertThat(denied.out()).isEmpty();
        assertThat(denied.err()).hasLineCount(3).doesNotContain("WARN");
        assertThat(folder.resolve("laptop/logs/commands.log")).content().contains("WARN", "Syncthing");
    }

    @Test
    void withoutAScreenTheWindowSaysSoInThreeSentences() throws Exception {
        var ended = run("--library", library());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .hasLineCount(3)
                .contains("no screen", "DISPLAY", "the library is as it was", "tidemark --help");
        assertThat(folder.resolve("laptop")).doesNotExist();
    }

    @Test
    void exitCodesReachTheShell() throws Exception {
        assertThat(run("status").code()).isEqualTo(1);
        assertThat(run("stauts").code()).isEqualTo(2);
        assertThat(folder.resolve("data")).doesNotExist();
        Files.createDirectories(folder.resolve("laptop"));
        Files.writeString(folder.resolve("laptop/database.sqlite"), "no database at all");
        assertThat(run("status", "--library", library()).code()).isEqualTo(6);
        assertThat(folder.resolve("laptop/logs")).doesNotExist();
        assertThat(run("--version").out()).startsWith("Tidemark ");
    }
}
