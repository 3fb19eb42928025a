package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of a person after the remote was rolled back.
final class WentBackCommandTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;

    /// Replaces the folder of the remote by an empty one.
    @BeforeEach
    void anEmptiedRemote() throws IOException {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        laptop.done("remote", "set", "folder", remote());
        desk.done("remote", "set", "folder", remote());
        laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
        desk.project("Kitchen");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        laptop.done("remote", "set", "folder", remote());
        assertThat(laptop.run("sync").code()).isEqualTo(6);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private String remote() {
        return folder.resolve("remote").toString();
    }

    @Test
    void theStateOfThisDeviceIsSentAndTheOtherFollows() {
        assertThat(laptop.done("remote", "went-back", "--send").out()).contains("from version 2 on");
        desk.done("sync");
        laptop.done("sync");
        assertThat(laptop.done("project", "list").out()).contains("River", "Kitchen");
        assertThat(desk.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
    }

    /// Not even the mark of a remote is left, as in the folder of a disk that is not connected.
    @Test
    void whereEverythingWasDeletedItIsOfferedAtOnceAndWorks() throws IOException {
        delete(folder.resolve("remote"));
        Files.createDirectory(folder.resolve("remote"));
        var answer = laptop.run("sync");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err()).contains("is not there", "tidemark remote went-back --send");
        laptop.done("remote", "went-back", "--send");
        desk.done("sync");
        laptop.done("sync");
        assertThat(laptop.done("project", "list").out()).contains("River", "Kitchen");
        assertThat(desk.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
    }

    @Test
    void whileTheFolderAroundItIsAwayNothingIsMadeInItsPlace() throws IOException {
        delete(folder.resolve("remote"));
        assertThat(laptop.run("remote", "went-back", "--send").code()).isEqualTo(4);
        assertThat(folder.resolve("remote")).doesNotExist();
    }

    @Test
    void nothingIsTakenFromAnEmptyRemote() {
        var answer = laptop.run("remote", "went-back", "--take");
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("no copy to take");
        assertThat(laptop.done("project", "list").out()).contains("River");
    }

    @Test
    void theCopyOfAnotherLibraryIsTakenAndMineIsABackup() throws IOException {
        var stranger = Shell.withLibrary(folder.resolve("stranger"));
        stranger.done("remote", "set", "folder", remote());
        stranger.project("Bees");
        stranger.done("sync");
        assertThat(laptop.done("remote", "went-back", "--take").out()).contains("backups");
        assertThat(laptop.done("project", "list").out()).contains("Bees").doesNotContain("River");
        try (var backups = Files.list(laptop.library.resolve("backups"))) {
            assertThat(backups).hasSize(1);
        }
    }

    @Test
    void aRehearsalSaysWhatSendingWouldPutThereAndPutsNothing() throws IOException {
        assertThat(laptop.done("remote", "went-back", "--send", "--dry-run").out())
                .contains("The remote would change so", "added     1 project", "removed   nothing");
        try (var there = Files.walk(folder.resolve("remote/me"))) {
            assertThat(there.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().contains(".tidemark"));
        }
        var answer = laptop.run("remote", "went-back", "--take", "--dry-run");
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("no copy to take");
    }

    @Test
    void aRehearsalSaysWhatTakingWouldDoHereAndDoesNothing() {
        var stranger = Shell.withLibrary(folder.resolve("stranger"));
        stranger.done("remote", "set", "folder", remote());
        stranger.project("Bees");
        stranger.project("Wasps");
        stranger.done("sync");
        assertThat(laptop.done("remote", "went-back", "--take", "--dry-run").out())
                .contains("This library would change so", "added     2 projects", "removed   1 project");
        var json = laptop.json("remote", "went-back", "--send", "--dry-run").json();
        assertThat(json.at("/added/project").asInt()).isEqualTo(1);
        assertThat(json.at("/removed/project").asInt()).isEqualTo(2);
        assertThat(laptop.done("project", "list").out()).contains("River").doesNotContain("Bees");
        assertThat(laptop.library.resolve("backups"))
                .satisfiesAnyOf(
                        backups -> assertThat(backups).doesNotExist(),
                        backups -> assertThat(backups).isEmptyDirectory());
    }

    @Test
    void theLibraryIsKeptHereOnly() {
        laptop.done("remote", "went-back", "--keep-local");
        assertThat(laptop.json("status").text("state")).isEqualTo("local-only");
    }

    @Test
    void exactlyOneChoiceIsMade() {
        assertThat(laptop.run("remote", "went-back").code()).isEqualTo(2);
        assertThat(laptop.run("remote", "went-back", "--send", "--take").code()).isEqualTo(2);
    }
}
