package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.TestApp;

/// The commands that sync.
final class SyncCommandsTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;

    @BeforeEach
    void start() {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
    }

    private String remote() {
        return folder.resolve("remote").toString();
    }

    private void connect() {
        laptop.done("remote", "set", "folder", remote());
        desk.done("remote", "set", "folder", remote());
    }

    @Test
    void aProjectReachesTheOtherLibraryAndBothProveToBeEqual() {
        connect();
        var id = laptop.project("River");
        assertThat(laptop.json("status").text("state")).isEqualTo("waiting");
        assertThat(laptop.json("sync").json().get("pushed").asInt()).isEqualTo(1);
        assertThat(desk.json("sync").json().get("pulled").asInt()
                        + desk.json("status").json().get("version").asInt())
                .isPositive();
        assertThat(desk.json("project", "show", id).text("title")).isEqualTo("River");
        var here = laptop.json("status");
        var there = desk.json("status");
        assertThat(here.text("state")).isEqualTo("up-to-date");
        assertThat(here.text("stateHash")).isEqualTo(there.text("stateHash")).isNotEqualTo("0".repeat(32));
        assertThat(here.text("lastSync")).isEqualTo(Shell.NOW.toString());
        assertThat(here.json().get("version").asInt()).isEqualTo(1);
        assertThat(here.json().get("remoteVersion").asInt()).isEqualTo(1);
        assertThat(here.json().get("pending").asInt()).isZero();
        assertThat(here.text("remote")).contains(remote());
        assertThat(laptop.done("status").out()).startsWith("up to date\n").contains("last sync  2026-03-01");
    }

    @Test
    void whatArrivesChangesOrGoesByASyncIsFoundAccordingly() {
        connect();
        var id = laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
        assertThat(desk.done("project", "list", "--search", "river").out()).contains("River");

        laptop.done("project", "edit", id, "--title", "Lake");
        laptop.done("sync");
        desk.done("sync");
        assertThat(desk.done("project", "list", "--search", "river").out()).doesNotContain("Lake", "River");
        assertThat(desk.done("project", "list", "--search", "lake").out()).contains("Lake");

        laptop.done("project", "trash", id);
        laptop.done("trash", "empty", "--yes");
        laptop.done("sync");
        desk.done("sync");
        assertThat(desk.done("project", "list", "--search", "lake").out()).doesNotContain("Lake");
    }

    @Test
    void aConflictIsDoneWithSomethingToReview() {
        connect();
        var id = laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
        laptop.done("project", "edit", id, "--title", "Brook");
        desk.done("project", "edit", id, "--title", "Stream");
        laptop.done("sync");
        var answer = desk.run("sync");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).contains("1 conflict to review");
        assertThat(desk.json("conflicts").json().get("conflicts")).hasSize(1);
        assertThat(desk.json("status").text("state")).isEqualTo("conflicts");
    }

    @Test
    void aRowThatCannotBeSentIsNamedAndTheOthersGo() {
        connect();
        tidemark.db.SqliteFile.edit(
                laptop.library.resolve("database.sqlite"),
                sql -> sql.update("INSERT INTO project (id, title) VALUES ('', 'Odd'), ('p1', 'Plain')"));
        laptop.done("sync");
        desk.done("sync");
        assertThat(desk.done("project", "list").out()).contains("Plain").doesNotContain("Odd");
        var named = "project/ cannot be sent: its id is empty.";
        assertThat(laptop.done("status").out()).contains(named);
        var row = laptop.json("status").json().get("unsendable").get(0);
        assertThat(row.get("record").get("table").asString()).isEqualTo("project");
        assertThat(row.get("reason").asString()).isEqualTo("its id is empty");
        assertThat(laptop.run("verify").out()).contains(named);
        assertThat(desk.json("status").json().get("unsendable")).isEmpty();
    }

    @Test
    void withoutARemoteASyncSaysHowToSetOne() {
        for (var command : new String[] {"sync", "watch"}) {
            var answer = laptop.run(command);
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.err()).contains("no remote", "tidemark remote set folder DIR");
        }
        assertThat(laptop.json("status").text("state")).isEqualTo("local-only");
        assertThat(laptop.json("status").json().get("lastSync").isNull()).isTrue();
    }

    @Test
    void theRemoteIsShownAndTakenAway() {
        laptop.done("remote", "set", "folder", remote(), "--user", "ada");
        assertThat(laptop.json("remote", "show").text("user")).isEqualTo("ada");
        assertThat(laptop.done("remote", "show").out()).contains(remote());
        assertThat(laptop.done("remote", "unset").out()).isEqualTo("No remote is set.\n");
        assertThat(laptop.run("sync").code()).isEqualTo(1);
        assertThat(folder.resolve("remote/ada")).isDirectory();
    }

    @Test
    void aRemoteThatIsNotThereIsUnreachable() throws IOException {
        connect();
        laptop.project("River");
        laptop.done("sync");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        var answer = laptop.run("sync", "--json");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.json().get("error").get("remedy").asString()).isNotBlank();
    }

    @Test
    void aFolderThatAnotherProgramSyncsIsDenied() throws IOException {
        Files.createDirectories(folder.resolve("box/.stfolder"));
        var answer = laptop.run(
                "remote", "set", "folder", folder.resolve("box/tidemark").toString());
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("Syncthing");
        assertThat(laptop.done("remote", "show").out()).isEqualTo("No remote is set.\n");
    }

    @Test
    void aFolderIsTestedAsEveryOtherPlaceIs() {
        assertThat(laptop.run("remote", "probe").err()).contains("No remote is set");
        connect();
        var answer = laptop.done("remote", "probe");
        assertThat(answer.out()).contains("✓ One winner in every race", "✓ Cleaned up");
    }

    @Test
    void aFolderThatIsGoneIsNotMadeAnewToBeTested() throws IOException {
        connect();
        laptop.done("sync");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        var answer = laptop.run("remote", "probe");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err()).contains("is not there");
        assertThat(folder.resolve("remote")).doesNotExist();
    }

    @Test
    void anEmptyNameIsNotTheFolderThatOneStandsIn() {
        connect();
        var answer = laptop.run("remote", "set", "folder", "");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(laptop.done("remote", "show").out()).contains(remote());
    }

    @Test
    void anotherLibraryInTheSamePlaceIsForeign() throws IOException {
        laptop.done("remote", "set", "folder", remote());
        laptop.project("River");
        laptop.done("sync");
        desk.done("remote", "set", "folder", folder.resolve("other").toString());
        desk.project("Kitchen");
        desk.done("sync");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        Files.move(folder.resolve("other"), folder.resolve("remote"));
        var answer = laptop.run("sync");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("another library");
        assertThat(laptop.done("project", "list").out()).contains("River").doesNotContain("Kitchen");
    }

    @Test
    void aPlaceThatIsChosenInsteadGetsBothLibraries() {
        laptop.done("remote", "set", "folder", remote());
        laptop.project("River");
        laptop.done("sync");
        desk.done("remote", "set", "folder", folder.resolve("other").toString());
        desk.project("Kitchen");
        desk.done("sync");
        laptop.done("remote", "set", "folder", folder.resolve("other").toString());
        laptop.done("sync");
        desk.done("sync");
        assertThat(laptop.done("project", "list").out()).contains("River", "Kitchen");
        assertThat(desk.json("status").text("stateHash"))
                .isEqualTo(laptop.json("status").text("stateHash"));
    }

    @Test
    void thePlaceThatWasEmptiedIsNotTakenForANewOne() throws IOException {
        laptop.done("remote", "set", "folder", remote());
        laptop.project("River");
        laptop.done("sync");
        Files.move(folder.resolve("remote"), folder.resolve("unplugged"));
        laptop.done("remote", "set", "folder", remote());
        var answer = laptop.run("sync");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("empty");
    }

    @Test
    void aDamagedBatchOnTheRemoteIsNamed() throws IOException {
        connect();
        laptop.project("River");
        laptop.done("sync");
        desk.done("sync");
        laptop.project("Kitchen");
        laptop.done("sync");
        Files.writeString(folder.resolve("remote/me/changes/000000000/002.json.gz"), "no batch");
        var answer = desk.run("sync");
        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.err()).contains("002.json.gz");
    }

    @Test
    void whileAnotherProcessSyncsNothingIsSentTwice() throws IOException {
        connect();
        laptop.project("River");
        try (var channel = FileChannel.open(
                        laptop.library.resolve("sync.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            var answer = laptop.run("sync");
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.err())
                    .contains("Another Tidemark process is syncing this library.", "1 change waits", "--wait");
        }
        assertThat(laptop.json("sync").json().get("pushed").asInt()).isEqualTo(1);
    }

    @Test
    void aWatchSaysWhatItDoesUntilItIsInterrupted() throws InterruptedException {
        connect();
        laptop.project("River");
        var sent = new CountDownLatch(1);
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                if (toString(StandardCharsets.UTF_8).contains("up-to-date")) {
                    sent.countDown();
                }
            }
        };
        var err = new ByteArrayOutputStream();
        var library = laptop.library.toString();
        var watch = new Thread(
                () -> Commands.run(laptop.cliEnvironment(out, err), "watch", "--json", "--library", library));
        watch.start();
        TestApp.await(sent);
        watch.interrupt();
        watch.join();
        assertThat(folder.resolve("remote/me/changes/000000000/001.json.gz")).exists();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.startsWith("{\"state\":"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
