package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `backup`.
final class BackupCommandTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private String river;

    @BeforeEach
    void aLibrary() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        river = laptop.project("River");
    }

    @Test
    void aBackupIsMadeListedAndRestored() {
        var file = laptop.json("backup").text("file");
        assertThat(Path.of(file)).exists();
        laptop.done("project", "edit", river, "--title", "Spoilt");
        laptop.project("Later");
        var restored = laptop.json("restore", file).json();
        assertThat(restored.get("changed").asInt()).isEqualTo(1);
        assertThat(restored.get("trashed").asInt()).isEqualTo(1);
        assertThat(laptop.done("project", "list").out()).contains("River").doesNotContain("Spoilt", "Later");
        assertThat(laptop.done("backup", "--list").out())
                .contains("before restore")
                .contains(file);
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "no database");
        var answer = laptop.run("restore", text.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("no backup of a Tidemark library");
        var absent = laptop.run("restore", folder.resolve("absent").toString());
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err()).contains("There is no file");
        assertThat(laptop.json("backup", "--list").json().get("backups")).isEmpty();
        assertThat(laptop.done("project", "list").out()).contains("River");
    }

    @Test
    void aBackupThatCannotBeMadeIsToldAndHarmsNothing() throws IOException {
        Files.writeString(laptop.library.resolve("backups"), "in the way");
        var answer = laptop.run("backup");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("No backup could be written", "untouched");
        assertThat(laptop.done("project", "list").out()).contains("River");
    }

    @Test
    void historyIsEmptiedOnlyWhenThatIsSaidTwice() {
        laptop.done("remote", "set", "folder", folder.resolve("remote").toString());
        laptop.done("sync");
        assertThat(laptop.run("history", "empty").code()).isEqualTo(2);
        assertThat(laptop.done("history", "empty", "--yes").out()).contains("up to version 1");
        var desk = Shell.withLibrary(folder.resolve("desk"));
        desk.done("remote", "set", "folder", folder.resolve("remote").toString());
        desk.done("sync");
        assertThat(desk.done("project", "list").out()).contains("River");
    }

    @Test
    void aRehearsalOfARestoreSaysWhatItWouldDoAndDoesNothing() {
        var shell = Shell.withLibrary(folder.resolve("rehearsed"));
        var river = shell.project("River");
        var backup = shell.json("backup").text("file");
        shell.done("project", "edit", river, "--title", "Stream");
        shell.project("Newer");
        assertThat(shell.done("restore", backup, "--dry-run").out())
                .contains(
                        "This library would change so",
                        "replaced  1 project",
                        "to trash  1 project",
                        "added     nothing");
        assertThat(shell.done("project", "list").out()).contains("Stream", "Newer");
        shell.done("restore", backup);
        assertThat(shell.done("project", "list").out()).contains("River").doesNotContain("Newer");
    }
}
