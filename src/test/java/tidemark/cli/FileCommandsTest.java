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
import tidemark.library.records.FileId;
import tools.jackson.databind.JsonNode;

/// The commands on files, on two devices that share a folder.
final class FileCommandsTest {
    @TempDir
    Path folder;

    private Shell laptop;
    private Shell desk;
    private String project;

    @BeforeEach
    void start() throws IOException {
        laptop = Shell.withLibrary(folder.resolve("laptop"));
        desk = Shell.withLibrary(folder.resolve("desk"));
        for (var device : List.of(laptop, desk)) {
            device.done("remote", "set", "folder", folder.resolve("remote").toString());
        }
        project = laptop.project("River");
        Files.createDirectories(folder.resolve("in/deep"));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve("in").resolve(name), text).toString();
    }

    private List<JsonNode> files(Shell device) {
        return device.json("file", "list", project)
                .json()
                .get("files")
                .valueStream()
                .toList();
    }

    private JsonNode only(Shell device) {
        assertThat(files(device)).hasSize(1);
        return files(device).getFirst();
    }

    private static int number(Shell.Answer answer, String field) {
        return answer.json().get(field).asInt();
    }

    @Test
    void aFileIsAddedSentFetchedAndWritten() throws IOException {
        laptop.done("file", "add", project, file("map.txt", "the map"));
        assertThat(only(laptop).get("state").asString()).isEqualTo("waiting");
        assertThat(laptop.done("status").out()).contains("files      1 here (7 bytes), 1 to send (7 bytes)");
        var sent = laptop.json("sync");
        assertThat(number(sent, "uploaded")).isEqualTo(1);
        assertThat(number(sent, "downloaded")).isZero();
        assertThat(number(sent, "deleted_local")).isZero();
        assertThat(number(sent, "deleted_remote")).isZero();
        assertThat(number(sent, "metadata_synced")).isEqualTo(2);
        assertThat(only(laptop).get("state").asString()).isEqualTo("here");
        assertThat(number(desk.json("sync"), "downloaded")).isEqualTo(1);
        var id = only(desk).get("id").asString();
        desk.done("file", "get", id, "--to", folder.toString());
        assertThat(folder.resolve("map.txt")).hasContent("the map");
        var again = desk.run("file", "get", id, "--to", folder.toString());
        assertThat(again.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(again.err()).contains("is there already");
        desk.done("file", "rm", id);
        assertThat(files(desk)).isEmpty();
    }

    @Test
    void whatCannotBeAddedIsNamedAndTheRestIsAdded() throws Exception {
        file("empty", "");
        file("deep/inner.txt", "inner");
        Files.createSymbolicLink(folder.resolve("in/link"), Path.of("empty"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("in/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        var added = laptop.run("file", "add", project, folder.resolve("in").toString(), "none", "--json");
        assertThat(added.code()).isEqualTo(ExitCode.REVIEW.number());
        assertThat(names(added.json().get("files"), "name")).containsExactly("inner.txt", "empty");
        assertThat(names(added.json().get("refused"), "path"))
                .extracting(path -> Path.of(path).getFileName().toString())
                .containsExactlyInAnyOrder("link", "pipe", "none");
        assertThat(number(laptop.json("sync"), "uploaded")).isEqualTo(2);
        assertThat(number(desk.json("sync"), "downloaded")).isEqualTo(2);
        var nothing = laptop.run("file", "add", project, "none");
        assertThat(nothing.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(nothing.out()).contains("There is no file", "Added 0 files.");
    }

    private static List<String> names(JsonNode list, String field) {
        return list.valueStream().map(one -> one.get(field).asString()).toList();
    }

    @Test
    void aNameThatLeadsElsewhereIsShownPlainlyAndWrittenIntoTheChosenFolder() throws IOException {
        laptop.done("file", "add", project, file("a", "text"));
        var id = only(laptop).get("id").asString();
        laptop.onOpen(app -> {
            var named = app.library().files().find(new FileId(id)).orElseThrow();
            app.library().files().save(named, named.details().withName("../../x\u202egpj.exe"));
        });
        assertThat(laptop.done("file", "list", project).out())
                .contains("../../x\ufffdgpj.exe")
                .doesNotContain("\u202e");
        var out = Files.createDirectories(folder.resolve("out"));
        laptop.done("file", "get", id, "--to", out.toString());
        try (Stream<Path> written = Files.list(out)) {
            assertThat(written).containsExactly(out.resolve("x_gpj.exe"));
        }
    }

    @Test
    void aLargeFileIsFetchedWhenItIsGotOrPinned() throws IOException {
        laptop.done("file", "add", project, file("a", "0123456789"), file("b", "0123456789x"));
        laptop.done("sync");
        assertThat(desk.done("file", "settings", "--fetch", "5").out()).contains("up to 5 bytes");
        assertThat(number(desk.json("sync"), "downloaded")).isZero();
        assertThat(files(desk)).allMatch(one -> one.get("state").asString().equals("remote"));
        var first = files(desk).getFirst().get("id").asString();
        desk.done("file", "get", first, "--to", folder.resolve("a").toString());
        assertThat(folder.resolve("a")).hasContent("0123456789");
        desk.done("file", "pin", project, "--of", "project");
        assertThat(number(desk.json("sync"), "downloaded")).isEqualTo(1);
        desk.done("file", "unpin", project, "--of", "project");
        desk.done("file", "pin", first);
        assertThat(files(desk).getFirst().get("pinned").asBoolean()).isTrue();
        desk.done("file", "unpin", first);
        assertThat(desk.run("file", "pin", "nothing", "--of", "collection").code())
                .isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void nothingIsMovedWhileTransfersArePaused() throws IOException {
        laptop.done("file", "settings", "--pause", "--up", "1.5 MiB", "--keep", "2G");
        laptop.done("file", "add", project, file("a", "text"));
        var paused = laptop.run("sync", "--json");
        assertThat(number(paused, "uploaded")).isZero();
        assertThat(paused.err()).contains("file settings --resume");
        var settings =
                laptop.json("file", "settings", "--resume", "--keep", "none").json();
        assertThat(settings.get("paused").asBoolean()).isFalse();
        assertThat(settings.get("up").asLong()).isEqualTo(3 << 19);
        assertThat(settings.get("keep").isNull()).isTrue();
        assertThat(number(laptop.json("sync"), "uploaded")).isEqualTo(1);
        assertThat(laptop.run("file", "settings", "--fetch", "much").code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void aContentThatTheRemoteLostIsFoundAndSentAgain() throws IOException {
        laptop.done("file", "add", project, file("map.txt", "the map"));
        laptop.done("sync");
        var hash = only(laptop).get("sha256").asString();
        var there =
                folder.resolve("remote/me/files").resolve(hash.substring(0, 2)).resolve(hash);
        Files.delete(there);
        var found = laptop.run("verify", "--remote");
        assertThat(found.code()).isEqualTo(ExitCode.DAMAGED.number());
        assertThat(found.out()).contains("contents of files:\n  The content of “map.txt” is missing on the remote");
        assertThat(laptop.done("verify", "--remote", "--fix").out())
                .contains("contents of files: sound (1 sent again from this device)");
        assertThat(there).hasContent("the map");
        assertThat(number(desk.json("sync"), "downloaded")).isEqualTo(1);
    }

    @Test
    void aContentThatIsDamagedOnTheRemoteIsNeverWritten() throws IOException {
        laptop.done("file", "add", project, file("a", "text"));
        laptop.done("sync");
        var hash = only(laptop).get("sha256").asString();
        Files.writeString(folder.resolve("remote/me/files/" + hash.substring(0, 2) + "/" + hash), "evil");
        desk.done("sync");
        assertThat(only(desk).get("state").asString()).isEqualTo("damaged");
        assertThat(desk.done("status").out()).contains("1 damaged");
        var got = desk.run(
                "file",
                "get",
                only(desk).get("id").asString(),
                "--to",
                folder.resolve("x").toString());
        assertThat(got.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(got.err()).contains("is damaged on the remote");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
