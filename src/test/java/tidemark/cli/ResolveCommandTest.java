package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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

    /// Three devices have changed one title, and all three versions can be seen and taken anywhere.
    @Test
    void everyOfThreeVersionsIsListedWithItsDeviceAndCanBeTaken() {
        var phone = Shell.withLibrary(folder.resolve("phone"));
        phone.done("remote", "set", "folder", folder.resolve("remote").toString());
        phone.done("sync");
        phone.done("project", "edit", river, "--title", "Creek");
        editBoth();
        for (var each : List.of(desk, phone, laptop, desk)) {
            each.run("sync");
        }
        for (var each : List.of(laptop, desk, phone)) {
            var conflict = each.json("conflicts").json().get("conflicts").get(0);
            assertThat(conflict.get("versions"))
                    .extracting(version -> version.get("value").get("title").asString())
                    .containsExactlyInAnyOrder("Brook", "Stream", "Creek");
            assertThat(conflict.get("versions"))
                    .allSatisfy(version ->
                            assertThat(version.get("deviceId").asString()).hasSize(16));
        }
        var conflict = laptop.json("conflicts").json().get("conflicts").get(0);
        var third = conflict.get("versions").get(2).get("value").get("title").asString();
        var id = conflict.get("id").asString();
        assertThat(laptop.run("resolve", id, "--take", "4").code()).isEqualTo(1);
        laptop.done("resolve", id, "--take", "3");
        assertThat(title(laptop)).isEqualTo(third);
        laptop.done("resolve", id, "--undo");
        assertThat(laptop.json("conflicts").json().get("conflicts").get(0).get("versions"))
                .hasSize(3);
    }

    @Test
    void aConflictThatCannotBeReadHidesNoOther() throws SQLException {
        var other = laptop.project("Lake");
        laptop.done("sync");
        desk.done("sync");
        laptop.done("project", "edit", other, "--title", "Pond");
        desk.done("project", "edit", other, "--title", "Pool");
        var broken = conflict();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("desk/database.sqlite"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE conflict SET base = 'x' WHERE id = '" + broken + "'");
        }
        var listed = desk.done("conflicts").out();
        assertThat(listed).contains("desk, 2026-", "cannot be read", "resolve " + broken + " --mine");
        assertThat(desk.run("resolve", broken, "--theirs").err()).contains("cannot be read");
        desk.done("resolve", broken, "--mine");
        assertThat(desk.json("conflicts").json().get("conflicts")).hasSize(1);
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
