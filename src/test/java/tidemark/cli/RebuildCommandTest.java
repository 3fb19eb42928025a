package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tidemark.db.DamagedFile;

/// The rebuilding of a damaged library from what the remote, a backup and the file itself still hold.
final class RebuildCommandTest extends WithDamagedLibrary {
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

    @Test
    void aSoundLibraryIsSaidToBeSoundAndStaysAsItIs() throws IOException {
        laptop.project("Not sent");
        var device = laptop.json("status").text("stateHash");
        for (int i = 0; i < 2; i++) {
            assertThat(laptop.done("rebuild").out()).contains("The library is sound: nothing was rebuilt.");
        }
        assertThat(laptop.json("rebuild").json().get("sound").asBoolean()).isTrue();
        assertThat(laptop.json("status").text("stateHash")).isEqualTo(device);
        assertThat(laptop.json("status").json().get("pending").asInt()).isEqualTo(1);
        assertThat(keptDamaged()).isEmpty();
    }

    @Test
    void aRebuildThatFailsLeavesNoCopyOfTheDamagedFile() throws IOException {
        damage("label");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        assertThat(laptop.run("rebuild").code()).isEqualTo(4);
        assertThat(keptDamaged()).isEmpty();
        Files.move(folder.resolve("unplugged"), folder.resolve("remote"));
        laptop.done("rebuild");
        assertThat(keptDamaged()).hasSize(1);
    }

    @Test
    void aBackupFromElsewhereIsTakenWhereItIsNamed() throws IOException {
        laptop.done("backup");
        var backup = folder.resolve("elsewhere.sqlite");
        Files.move(newest(), backup);
        edited();
        damage("label");
        assertThat(laptop.run("rebuild", "--from", folder.resolve("none").toString())
                        .code())
                .isEqualTo(6);
        assertThat(laptop.done("rebuild", "--from", backup.toString()).out())
                .contains("elsewhere.sqlite", "2 records not sent yet");
        laptop.done("sync");
        assertThat(laptop.done("project", "list").out()).contains("Upper river", "Not sent");
    }

    @Test
    void aRehearsalSaysWhatWouldBeDoneAndChangesNothing() throws IOException {
        edited();
        damage("label");
        var before = Files.readAllBytes(database());
        var answer = laptop.done("rebuild", "--dry-run");
        assertThat(answer.out()).contains("would be rebuilt from the folder", "2 records not sent yet", "2 projects");
        assertThat(Files.readAllBytes(database())).isEqualTo(before);
        assertThat(keptDamaged()).isEmpty();
    }

    @Test
    void aMissingBatchIsNotRebuiltOver() throws IOException {
        laptop.project("Second");
        laptop.done("sync");
        laptop.project("Third");
        laptop.done("sync");
        Files.delete(folder.resolve("remote/me/changes/000000000/002.json.gz"));
        Files.deleteIfExists(folder.resolve("remote/me/database.sqlite"));
        damage("label");
        var answer = laptop.run("rebuild");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("Version 2 is missing");
    }

    @Test
    void placesThatContradictEachOtherAreRefused() {
        assertThat(laptop.run("rebuild", "--folder", "a", "--webdav", "https://dav.example.org/")
                        .code())
                .isEqualTo(2);
        assertThat(laptop.run("rebuild", "--s3", "https://s3.example.org").code())
                .isEqualTo(2);
    }
}
