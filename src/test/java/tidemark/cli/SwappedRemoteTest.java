package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two remotes mistaken for each other: one person's devices send their state onto another library, whose devices come
/// back afterwards.
final class SwappedRemoteTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;
    private Shell theirs;
    private Shell theirsToo;

    @BeforeEach
    void theStateOfOneLibraryIsSentOntoAnother() throws IOException {
        laptop = device("laptop", "remote");
        desk = device("desk", "remote");
        theirs = device("theirs", "other");
        theirsToo = device("theirsToo", "other");
        laptop.project("River");
        theirs.project("Bees");
        theirs.done("sync");
        theirs.project("Honey");
        for (var shell : List.of(laptop, desk, theirs, theirsToo)) {
            shell.done("sync");
        }
        theirs.project("Not sent");
        Files.move(folder.resolve("remote"), folder.resolve("aside"));
        Files.move(folder.resolve("other"), folder.resolve("remote"));
        assertThat(laptop.run("sync").code()).isEqualTo(6);
        laptop.done("remote", "went-back", "--send");
        Files.move(folder.resolve("remote"), folder.resolve("other"));
        for (var shell : List.of(laptop, desk)) {
            shell.done("remote", "set", "folder", folder.resolve("other").toString());
        }
    }

    private Shell device(String name, String remote) {
        var shell = Shell.withLibrary(folder.resolve(name));
        shell.done("remote", "set", "folder", folder.resolve(remote).toString());
        return shell;
    }

    private static String projects(Shell shell) {
        return shell.done("project", "list").out();
    }

    private static void same(Shell one, Shell other) {
        assertThat(one.json("status").text("stateHash"))
                .isEqualTo(other.json("status").text("stateHash"));
    }

    @Test
    void theDevicesOfTheOtherLibraryStopAndAreToldAndKeepAllTheyHave() {
        for (var shell : List.of(theirs, theirsToo)) {
            var answer = shell.run("sync");
            assertThat(answer.code()).isEqualTo(6);
            assertThat(answer.err()).contains("another library");
            assertThat(projects(shell)).contains("Bees", "Honey").doesNotContain("River");
        }
        assertThat(projects(theirs)).contains("Not sent");
        assertThat(theirs.json("status").json().get("pending").asInt()).isEqualTo(1);
    }

    @Test
    void theLibraryThatWasSentIsWholeAndHoldsNothingOfTheOther() {
        laptop.done("sync");
        desk.done("sync");
        for (var shell : List.of(laptop, desk)) {
            assertThat(projects(shell)).contains("River").doesNotContain("Bees", "Honey");
            shell.done("verify");
        }
        same(laptop, desk);
        laptop.done("verify", "--remote");
    }

    @Test
    void whatLayThereIsAmongTheSendersBackups() throws IOException {
        try (Stream<Path> backups = Files.list(laptop.library.resolve("backups"))) {
            assertThat(backups).anyMatch(file -> file.getFileName().toString().contains("-remote"));
        }
    }

    @Test
    void theOtherLibraryGoesOnAtAPlaceOfItsOwnWithEveryEdit() {
        theirs.run("sync");
        theirsToo.run("sync");
        for (var shell : List.of(theirs, theirsToo)) {
            shell.done("remote", "set", "folder", folder.resolve("new place").toString());
            shell.done("sync");
        }
        theirs.done("sync");
        for (var shell : List.of(theirs, theirsToo)) {
            assertThat(projects(shell)).contains("Bees", "Honey", "Not sent").doesNotContain("River");
            assertThat(shell.done("conflicts").out()).contains("No conflicts");
        }
        same(theirs, theirsToo);
        theirs.done("verify", "--remote");
    }

    @Test
    void whoTakesWhatLiesThereNowHasTheirOwnAmongTheBackups() throws IOException {
        theirs.run("sync");
        theirs.done("remote", "went-back", "--take");
        assertThat(projects(theirs)).contains("River");
        try (Stream<Path> backups = Files.list(theirs.library.resolve("backups"))) {
            var kept = backups.filter(file -> file.getFileName().toString().contains("taking-remote"))
                    .findFirst()
                    .orElseThrow();
            theirs.done("restore", kept.toString());
        }
        assertThat(projects(theirs)).contains("Bees", "Honey");
    }
}
