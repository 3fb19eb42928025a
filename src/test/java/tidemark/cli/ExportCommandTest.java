package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.base.LibraryFolder;
import tidemark.library.records.FileDetails;

/// The command `export`.
final class ExportCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = Shell.withLibrary(folder.resolve("laptop"));
        shell.project("River");
    }

    @Test
    void theLibraryIsWrittenIntoAFolderThatIsMade() {
        var out = folder.resolve("out/today");
        assertThat(shell.done("export", out.toString()).out())
                .isEqualTo("1 project, 0 notes and 0 files written into " + out + ", in 0 collections.\n");
        assertThat(out.resolve("River.md")).content().startsWith("---\ntitle: \"River\"\n");
        var other = Shell.withLibrary(folder.resolve("desk"));
        other.done("import", out.toString());
        assertThat(other.done("project", "list").out()).contains("River");
    }

    @Test
    void whatItWroteIsCounted() {
        var answer = shell.json("export", folder.resolve("out").toString()).json();
        assertThat(answer.get("projects").asInt()).isEqualTo(1);
        assertThat(answer.get("filesLeftOut").asInt()).isZero();
    }

    @Test
    void whatIsLeftOutIsNamedAndHasACodeOfItsOwn() {
        try (var app = shell.open(new LibraryFolder(shell.library))) {
            var river = app.library().projects().withPrefix("", 1).getFirst();
            var photo = new FileDetails("photo.jpg", "image/jpeg", 3, "ab".repeat(32));
            app.library().files().add(river, photo);
        }
        var answer = shell.run("export", folder.resolve("out").toString());
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err())
                .isEqualTo(
                        "left out: photo.jpg (of \"River\"). The content of photo.jpg is only on the remote, or was never"
                                + " on this computer. Export into another folder with `--fetch`, which fetches it first.\n");
        assertThat(answer.out()).contains("Not among them: 1 file.");
    }

    @Test
    void whatIsOnlyOnTheRemoteIsLeftOutByNameOrFetchedFirst() throws Exception {
        var vault = folder.resolve("notes");
        var notes = Files.createDirectories(vault.resolve("images"));
        Files.writeString(notes.resolveSibling("Soil.md"), "![](images/a%20b.png) ![](../secret.png)");
        Files.writeString(notes.resolve("a b.png"), "a picture");
        var imported = shell.run("import", vault.toString());
        assertThat(imported.code()).isEqualTo(3);
        assertThat(imported.out()).isEqualTo("2 files: 2 imported, 0 there already, 1 left out; 1 collection made.\n");
        assertThat(imported.err()).contains("Soil.md: imported without what is outside the folder");
        shell.done("remote", "set", "folder", folder.resolve("remote").toString());
        shell.done("sync");
        var desk = Shell.withLibrary(folder.resolve("desk"));
        desk.done("remote", "set", "folder", folder.resolve("remote").toString());
        desk.done("file", "settings", "--fetch", "0");
        desk.done("sync");

        var without = desk.run("export", folder.resolve("without").toString());
        assertThat(without.code()).isEqualTo(3);
        assertThat(without.err()).contains("left out: a b.png (of \"Soil\"). The content of a b.png is only on");
        var answer = desk.json("export", folder.resolve("all").toString(), "--fetch");
        assertThat(answer.json().get("files").asInt()).isOne();
        assertThat(folder.resolve("all/notes/images/a b.png")).hasContent("a picture");
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        var answer = shell.run("export", folder.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("is not empty", "Nothing was exported");
        assertThat(folder.resolve("River.md")).doesNotExist();
    }
}
