package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.records.FileDetails;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectFile;

/// The files of projects in an export.
final class ExportFilesTest extends WithExport {
    @Test
    void aFileLiesBesideTheTextThatShowsItByName() throws IOException {
        var river = text("River", "![](photo%201.jpg) and [plan](<plan.pdf>)");
        add(river, "photo 1.jpg", "photo");
        add(river, "plan.pdf", "plan");
        add(river, "unseen.jpg", "unseen");

        var report = Folders.exported(test, root);

        assertThat(report).isEqualTo(new ExportReport(0, 1, 0, 3, List.of(), List.of()));
        assertThat(written()).containsExactly("River.md", "River/unseen.jpg", "photo 1.jpg", "plan.pdf");
        assertThat(Files.readString(root.resolve("River.md"))).endsWith("![](photo%201.jpg) and [plan](<plan.pdf>)");
        assertRoundTrip();
    }

    @Test
    void twoFilesOfOneNameStayTwoAndEachTextShowsItsOwn() throws IOException {
        var river = text("River", "![](photo.jpg)");
        add(river, "photo.jpg", "of the river");
        var kitchen = text("Kitchen", "![a](./photo.jpg) ![b](photo.jpg) ![](<photo.jpg>) <img src=\"photo.jpg\">");
        add(kitchen, "photo.jpg", "of the kitchen");
        add(kitchen, "Photo.JPG", "of the kitchen, too");
        var same = text("Same", "![](photo.jpg)");
        add(same, "photo.jpg", "of the river");

        var report = Folders.exported(test, root);

        assertThat(report.brokenLinks()).isEmpty();
        assertThat(written())
                .containsExactly(
                        "Kitchen.md", "Kitchen/Photo 2.JPG", "Kitchen/photo.jpg", "River.md", "Same.md", "photo.jpg");
        assertThat(contents("River.md")).containsExactly("of the river");
        assertThat(contents("Kitchen.md"))
                .containsExactly("of the kitchen", "of the kitchen", "of the kitchen", "of the kitchen");
        assertThat(contents("Same.md")).containsExactly("of the river");
        assertRoundTrip();
    }

    @Test
    void aFileOfAProjectAndItsNotesIsSeenFromAll() throws IOException {
        var river = text("River", "![](photo.jpg)");
        library.notes().create(river.id(), new NoteText("Samples", "![](photo.jpg) ![](other.jpg)"));
        add(river, "photo.jpg", "photo");
        add(river, "other.jpg", "other");
        Folders.exported(test, root);
        assertThat(written()).containsExactly("River.md", "River/Samples.md", "River/other.jpg", "photo.jpg");
        assertThat(contents("River.md")).containsExactly("photo");
        assertThat(contents("River/Samples.md")).containsExactly("photo", "other");
        assertRoundTrip();
    }

    @Test
    void anImportedFileLiesAsFarFromItsTextAsItDid() throws IOException {
        var all = folder.resolve("Vault");
        var vault = all.resolve("Garden");
        Files.createDirectories(vault.resolve("images"));
        Files.createDirectories(vault.resolveSibling("assets"));
        Files.writeString(vault.resolve("images/a b.png"), "a");
        Files.writeString(vault.resolveSibling("assets/c.png"), "c");
        Files.writeString(vault.resolveSibling("assets/d.png"), "d");
        var words = "![](images/a%20b.png) ![](../assets/c.png) ![[d.png]] ![](Images/A%20B.png)";
        Files.writeString(vault.resolve("Soil.md"), words);
        Files.writeString(vault.resolve("Worms.md"), "![](../assets/c.png)");
        Folders.imported(test, all);

        Folders.exported(test, root);

        assertThat(written())
                .containsExactly(
                        "Vault/Garden/Soil.md",
                        "Vault/Garden/Worms.md",
                        "Vault/Garden/images/a b.png",
                        "Vault/assets/c.png",
                        "Vault/assets/d.png");
        assertThat(Files.readString(root.resolve("Vault/Garden/Soil.md")))
                .endsWith("![](images/a%20b.png) ![](../assets/c.png) ![[d.png]] ![](./images/a%20b.png)");
        assertRoundTrip();
    }

    @Test
    void aTextThatMovedUpwardsShowsItsPictureStill() throws IOException {
        var river = text("River", "![](../../assets/a.png) [[a.png|words]]");
        add(river, "a.png", "a", Optional.of("assets/a.png"));
        var report = Folders.exported(test, root);
        assertThat(report.brokenLinks()).isEmpty();
        assertThat(written()).containsExactly("River.md", "a.png");
        assertThat(contents("River.md")).containsExactly("a", "a");
        assertRoundTrip();
    }

    @Test
    void whatIsNotHereOrDamagedIsNamedAndTheRestIsWritten() throws IOException {
        var river = text("River", "![](photo.jpg) ![](far.jpg) ![](torn.jpg)");
        add(river, "photo.jpg", "photo");
        add(river, "torn.jpg", "torn");
        library.files().add(river.id(), new FileDetails("far.jpg", "image/jpeg", 3, "ab".repeat(32)));
        library.files().add(river.id(), new FileDetails("none.jpg", "image/jpeg", 3, "no hash"));
        var torn = library.files().of(river.id()).get(1).details().sha256();
        Files.writeString(folder.resolve("files").resolve(torn.substring(0, 2)).resolve(torn), "x");

        var report = Folders.exported(test, root);

        assertThat(report.leftOut())
                .extracting(ExportReport.LeftOut::name)
                .containsExactly("torn.jpg", "far.jpg", "none.jpg");
        assertThat(report.leftOut()).extracting(ExportReport.LeftOut::project).containsOnly("River");
        assertThat(report.leftOut().getLast().why().cause()).contains("neither here nor on the remote");
        assertThat(report.files()).isOne();
        assertThat(written()).containsExactly("River.md", "photo.jpg");
        assertThat(Files.readString(root.resolve("tidemark.json"))).doesNotContain("far.jpg");
    }

    @Test
    void whatWasAddedToAnExportSinceIsImportedWithIt() throws IOException {
        var river = text("River", "![](photo.jpg)");
        add(river, "photo.jpg", "photo");
        Folders.exported(test, root);
        Files.writeString(root.resolve("new.png"), "new");
        Files.writeString(root.resolve("New.md"), "![](new.png) ![](photo.jpg)");
        var report = Folders.imported(test, root);
        assertThat(report.attached()).isEqualTo(2);
        assertThat(report.problems()).isEmpty();
        var files = library.projects().withPrefix("", 10).stream()
                .flatMap(id -> library.files().of(id).stream())
                .map(ProjectFile::details)
                .map(FileDetails::name);
        assertThat(files).containsExactlyInAnyOrder("photo.jpg", "photo.jpg", "new.png");
    }
}
