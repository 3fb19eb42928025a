package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.DamagedFile;

/// The rebuilding of a damaged library from what the remote, a backup and the file itself still hold.
final class RebuildCommandTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;

    @BeforeEach
    void twoDevices() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        for (var shell : List.of(laptop, desk)) {
            shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        }
        laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
    }

    private Path database() {
        return laptop.library.resolve("database.sqlite");
    }

    private void damage(String what) throws IOException {
        DamagedFile.overwrite(database(), what);
    }

    private String edited() {
        var id = laptop.json("project", "list", "--search", "River")
                .json()
                .findValue("id")
                .asString();
        laptop.done("project", "edit", id, "--title", "Upper river");
        laptop.project("Not sent");
        return id;
    }

    @Test
    void itIsRebuiltFromTheRemoteWithWhatWasNotSentYet() throws IOException {
        edited();
        damage("label");
        assertThat(laptop.run("verify").code()).isEqualTo(6);
        var answer = laptop.done("rebuild");
        assertThat(answer.out()).contains("Rebuilt from the folder", "2 records not sent yet");
        laptop.done("verify");
        laptop.done("sync");
        desk.done("sync");
        assertThat(desk.done("project", "list").out()).contains("Upper river", "Not sent");
        assertThat(desk.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
        laptop.done("verify", "--remote");
    }

    @Test
    void theDamagedFileIsKept() throws IOException {
        damage("label");
        var damaged = Files.readAllBytes(database());
        var kept = Path.of(laptop.json("rebuild").text("damaged"));
        assertThat(Files.readAllBytes(kept)).isEqualTo(damaged);
    }

    @Test
    void aFileThatIsNoDatabaseIsRebuiltWithTheSettingsOfTheNewestBackup() throws IOException {
        laptop.done("backup");
        Files.writeString(database(), "nothing of it is left");
        assertThat(laptop.run("project", "list").code()).isEqualTo(6);
        assertThat(laptop.done("rebuild").out()).contains("Rebuilt from the folder", "0 records");
        assertThat(laptop.done("project", "list").out()).contains("River");
        laptop.done("sync");
    }

    @Test
    void theRebuiltCopyIsAnotherDevice() throws IOException {
        damage("label");
        laptop.done("rebuild");
        laptop.project("After");
        laptop.done("sync");
        try (var devices = Files.list(folder.resolve("remote/me/devices"))) {
            assertThat(devices).hasSize(3);
        }
    }

    @Test
    void withoutARemoteTheNewestBackupIsTaken() throws IOException {
        laptop.done("remote", "unset");
        laptop.done("backup");
        edited();
        damage("label");
        assertThat(laptop.done("rebuild").out()).contains("backups", "2 records not sent yet");
        assertThat(laptop.done("project", "list").out()).contains("Upper river", "Not sent");
    }

    @Test
    void aRemoteThatIsNotThereLeavesTheDamagedFileWhereItWas() throws IOException {
        damage("label");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        var before = Files.readAllBytes(database());
        var answer = laptop.run("rebuild");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err()).contains("there is no sound backup either", "Connect to the remote");
        assertThat(Files.readAllBytes(database())).isEqualTo(before);
    }

    @Test
    void whileTheRemoteIsAwayABackupIsTakenAndNothingIsLostOnceItIsBack() throws IOException {
        laptop.done("backup");
        laptop.project("Sent after the backup");
        laptop.done("sync");
        edited();
        desk.done("sync");
        desk.project("From the desk");
        desk.done("sync");
        damage("label");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        assertThat(laptop.done("rebuild").out())
                .contains("backups", "because the remote cannot be used now", "2 records not sent yet");
        assertThat(laptop.done("project", "list").out()).contains("Upper river", "Not sent");
        Files.move(folder.resolve("unplugged"), folder.resolve("remote"));
        laptop.done("sync");
        desk.done("sync");
        assertThat(desk.done("project", "list").out())
                .contains("Upper river", "Not sent", "Sent after the backup", "From the desk");
        assertThat(desk.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
        laptop.done("verify", "--remote");
    }

    @Test
    void aBackupThatIsSpoiltItselfIsPassedOverForAnOlderOne() throws IOException {
        laptop.done("remote", "unset");
        laptop.done("backup");
        laptop.clock(Clock.fixed(Shell.NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
        laptop.project("Later");
        laptop.done("backup");
        DamagedFile.overwrite(newest(), "project");
        damage("label");
        assertThat(laptop.done("rebuild").out()).contains("backups");
        assertThat(laptop.done("project", "list").out()).contains("River");
        laptop.done("verify");
    }

    private Path newest() {
        return Backups.all(Backups.folder(database())).stream()
                .map(Backup::file)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withNeitherRemoteNorBackupNothingIsPromised() throws IOException {
        Files.writeString(database(), "nothing of it is left");
        var answer = laptop.run("rebuild");
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("names no remote, and has no sound backup");
        assertThat(database()).hasContent("nothing of it is left");
    }
}
