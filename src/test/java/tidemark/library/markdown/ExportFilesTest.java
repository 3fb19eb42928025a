package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.app.ContentIntake;
import tidemark.library.LibraryTest;
import tidemark.library.TestLibrary;
import tidemark.library.links.LinkPath;
import tidemark.library.links.TextLinks;
import tidemark.library.records.FileDetails;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.Provenance;

/// The files of projects in an export.
final class ExportFilesTest extends LibraryTest {
    private Path root = Path.of("");

    @BeforeEach
    void placeRoot() {
        root = folder.resolve("out");
    }

    private Project text(String title, String text) {
        return library.projects().create(ProjectDetails.titled(title).withSummary(text));
    }

    private void add(Project project, String name, String content) throws IOException {
        add(project, name, content, Optional.empty());
    }

    private void add(Project project, String name, String content, Optional<String> path) throws IOException {
        var source = Files.writeString(Files.createTempFile(folder, "source", ""), content);
        var provenance = new Provenance(Optional.empty(), Optional.empty(), path);
        var problem = new ContentIntake(test.contents())
                .take(
                        source,
                        (sql, details) -> library.files()
                                .add(
                                        sql,
                                        project.id(),
                                        new FileDetails(name, "image/png", details.size(), details.sha256()),
                                        provenance));
        assertThat(problem).isEmpty();
    }

    private List<String> written() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("tidemark.json"))
                    .sorted()
                    .toList();
        }
    }

    /// What each link of a text leads to in the export, as any program would follow it.
    private List<String> contents(String file) throws IOException {
        var text = Files.readString(root.resolve(file));
        return TextLinks.in(text).stream()
                .map(link -> LinkPath.of(link)
                        .flatMap(path -> LinkPath.from(
                                LinkPath.folderOf(file), path.meanings().getFirst()))
                        .map(path -> content(root.resolve(path)))
                        .orElse("outside"))
                .toList();
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "nothing";
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /// Imports the export into an empty library, and tells its projects' texts and files.
    private Map<String, List<Object>> importedElsewhere() throws IOException {
        try (var other = new TestLibrary(Files.createTempDirectory(folder, "other"))) {
            var report = Folders.imported(other, root);
            assertThat(report.leftOut()).isZero();
            return content(other);
        }
    }

    private static Map<String, List<Object>> content(TestLibrary of) {
        var content = new TreeMap<String, List<Object>>();
        var ids = of.library().projects().withPrefix("", 100);
        for (int i = 0; i < ids.size(); i++) {
            var project = of.library().projects().find(ids.get(i)).orElseThrow();
            content.put(
                    "%s %d".formatted(project.details(), i),
                    of.library().files().of(project.id()).stream()
                            .map(file -> (Object) List.of(file.details(), file.path(), file.edited()))
                            .toList());
        }
        return content;
    }

    private void assertRoundTrip() throws IOException {
        assertThat(importedElsewhere()).isEqualTo(content(test));
        var again = Folders.imported(test, root);
        assertThat(again.imported() + again.notes() + again.attached()).isZero();
    }

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
    void noPathLeadsOutOfTheExportOrIntoWhatASystemForbids() throws IOException {
        var paths = List.of(
                "../../../../evil.png",
                "/etc/evil.png",
                "C:\\Windows\\evil.png",
                "CON",
                "images/nul.png",
                "a/../../evil.png",
                "dots./x.png",
                "a\u202egnp.exe",
                ".hidden/x.png",
                "tidemark.json",
                "River.md",
                "River",
                "x:y.png",
                "u\u0308.png");
        for (var path : paths) {
            var river = text("River", "![](<" + path.replace("\\", "\\\\") + ">)");
            add(river, LinkPath.nameOf(path), "content of " + path, Optional.of(path));
            add(river, LinkPath.nameOf(path) + "\u0001\u202e..", "other " + path, Optional.of(path));
        }

        Folders.exported(test, root);

        var files = written();
        assertThat(files)
                .hasSize(3 * paths.size())
                .allMatch(file -> List.of(file.split("/")).stream().allMatch(FileNames::isFit));
        try (var outside = Files.list(folder)) {
            assertThat(outside.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(file -> file.contains("evil"));
        }
        assertRoundTrip();
    }

    @Test
    void anOverlongNameIsCutAndItsEndingKept() throws IOException {
        for (int length : List.of(90, 150, 450)) {
            var name = "ü".repeat(length) + ".png";
            var river = text("River" + length, "![](<" + name + ">)");
            add(river, name, "content");
        }
        Folders.exported(test, root);
        assertThat(written())
                .hasSize(6)
                .filteredOn(file -> file.endsWith(".png"))
                .hasSize(3);
        assertThat(contents("River90.md")).containsExactly("content");
        assertThat(contents("River150.md")).containsExactly("content");
        assertThat(contents("River450.md")).containsExactly("content");
        assertRoundTrip();
    }

    @Test
    void namesThatAreOneToASystemAreTwoFiles() throws IOException {
        var river = text("River", "![](a.png) ![](A.png) ![](u\u0308.png) ![](\u00fc.png)");
        for (var name : List.of("a.png", "A.png", "u\u0308.png", "\u00fc.png")) {
            add(river, name, "content of " + name);
        }
        Folders.exported(test, root);
        assertThat(written().stream().map(LinkPath::folded).distinct()).hasSize(5);
        assertThat(contents("River.md"))
                .startsWith("content of a.png", "content of A.png")
                .doesNotContain("nothing");
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
    void aLinkOfAWikiThatNoPathCanNameIsTold() throws IOException {
        var first = text("River", "![[photo.jpg]]");
        add(first, "photo.jpg", "of the river");
        var second = text("C# notes", "![[photo.jpg]]");
        add(second, "photo.jpg", "of C#");
        var report = Folders.exported(test, root);
        assertThat(report.brokenLinks())
                .containsExactly(new ExportReport.BrokenLink("C# notes.md", "C# notes/photo.jpg"));
        assertRoundTrip();
    }

    @Test
    void aFileThatIsNamedLikeATextIsImportedAsAFile() throws IOException {
        var river = text("River", "[long](long.md)");
        add(river, "long.md", "---\ntitle: no project\n---\n");
        Folders.exported(test, root);
        assertThat(written()).containsExactly("River.md", "long.md");
        assertRoundTrip();
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
