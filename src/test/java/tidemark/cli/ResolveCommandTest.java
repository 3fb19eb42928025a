package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conflicts resolved by scripts, as the other device sees them.
final class ResolveCommandTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;
    private String river;

    @BeforeEach
    void connect() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        for (var each : new Shell[] {laptop, desk}) {
            each.done("remote", "set", "folder", folder.resolve("remote").toString());
        }
        river = laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
    }

    private void editBoth() {
        laptop.done("project", "edit", river, "--title", "Brook");
        desk.done("project", "edit", river, "--title", "Stream");
        laptop.done("sync");
    }

    private String conflict() {
        editBoth();
        assertThat(desk.run("sync").code()).isEqualTo(3);
        return desk.json("conflicts").json().get("conflicts").get(0).get("id").asString();
    }

    private String title(Shell where) {
        return where.json("project", "show", river).text("title");
    }

    @Test
    void theirsIsTakenAndUndone() {
        var id = conflict();
        assertThat(desk.json("resolve", id, "--theirs").text("choice")).isEqualTo("theirs");
        assertThat(title(desk)).isEqualTo("Brook");
        assertThat(desk.run("sync").code()).isZero();
        laptop.done("sync");
        assertThat(laptop.json("conflicts").json().get("conflicts")).isEmpty();
        desk.done("resolve", id.substring(0, 8), "--undo");
        assertThat(title(desk)).isEqualTo("Stream");
        assertThat(desk.json("conflicts").json().get("conflicts")).hasSize(1);
    }

    /// A version is chosen by the name of its device, on any device, whichever of them merged.
    @Test
    void aVersionIsChosenByItsDevice() {
        var id = conflict();
        desk.run("sync");
        laptop.run("sync");
        assertThat(laptop.done("conflicts").out()).contains("desk", "laptop");
        var unclear = laptop.run("resolve", id, "--of", "phone");
        assertThat(unclear.code()).isEqualTo(1);
        assertThat(unclear.err()).contains("'desk' and 'laptop'");
        assertThat(laptop.json("resolve", id, "--of", "laptop").text("choice")).isEqualTo("theirs");
        assertThat(title(laptop)).isEqualTo("Brook");
        laptop.done("resolve", id, "--undo");
        assertThat(laptop.json("resolve", id, "--of", "desk").text("choice")).isEqualTo("mine");
        assertThat(title(laptop)).isEqualTo("Stream");
    }

    @Test
    void aTextFromAFileIsTaken() throws IOException {
        var id = conflict();
        var file = Files.writeString(folder.resolve("title.txt"), "Creek\n");
        desk.done("resolve", id, "--text-file", file.toString());
        assertThat(title(desk)).isEqualTo("Creek");
    }

    @Test
    void bothAreKept() {
        desk.done("resolve", conflict(), "--both");
        assertThat(desk.done("project", "list").out()).contains("Stream").contains("Brook (from");
    }

    @Test
    void exactlyOneChoiceIsAskedFor() {
        assertThat(desk.run("resolve", "x").code()).isEqualTo(2);
        assertThat(desk.run("resolve", "x", "--mine", "--theirs").code()).isEqualTo(2);
    }

    @Test
    void aConflictThatIsNotThereIsNamed() {
        var answer = desk.run("resolve", "nothing", "--mine");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("nothing");
    }

    @Test
    void aPolicyResolvesWhatArisesInThisRun() {
        editBoth();
        assertThat(desk.run("sync", "--policy", "theirs").code()).isZero();
        assertThat(title(desk)).isEqualTo("Brook");
        assertThat(desk.run("sync", "--policy", "dice").code()).isEqualTo(2);
    }
}
