package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.library.links.FileLinks;
import tidemark.library.links.TextLinks;
import tidemark.library.markdown.ImportProblem.Kind;
import tidemark.library.records.ProjectFile;

/// The files that imported texts bring.
final class ImportFilesTest extends ImportTest {
    private List<ProjectFile> files(String title) {
        return library.files().of(imported(title).id());
    }

    private List<String> paths(String title) {
        return files(title).stream().map(file -> file.path().orElse("-")).toList();
    }

    private Path content(ProjectFile file) {
        var hash = file.details().sha256();
        return folder.resolve("files").resolve(hash.substring(0, 2)).resolve(hash);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "![](images/a.png); Garden/images/a.png",
                "![](images/a%20b.png); Garden/images/a b.png",
                "![](<images/a b.png> \"title\"); Garden/images/a b.png",
                "![][ref]\\n\\n[ref]: images/a.png; Garden/images/a.png",
                "![[a.png]]; attachments/a.png",
                "![[attachments/a.png|300]]; attachments/a.png",
                "[the plan](../plans/plan.pdf#page=2); plans/plan.pdf",
                "![](/assets/a.png); assets/a.png",
                "![](.hidden/a.png); Garden/.hidden/a.png",
                "![](/.attachments/a.png); .attachments/a.png",
                "![](images\\a.png); Garden/images/a.png",
                "![](Images/A.PNG); Garden/images/a.png",
                "<img src=\"images/a.png\" width=\"300\">; Garden/images/a.png",
                "![](u\u0308.png); Garden/\u00fc.png",
                "![](100%.png); Garden/100%.png",
                "[data](table.csv?raw=1); Garden/table.csv"
            })
    void aTextBringsWhatItLinksTo(String text, String path) throws IOException {
        file("Garden/Soil.md", text.replace("\\n", "\n"));
        file(path, "content of " + path);

        var report = run();

        assertThat(imported("Soil").details().summary()).isEqualTo(text.replace("\\n", "\n"));
        assertThat(report.problems()).allMatch(problem -> problem.kind() == Kind.SETTINGS);
        assertThat(report.attached()).isOne();
        assertThat(report.files()).isEqualTo(2);
        var file = files("Soil").getFirst();
        assertThat(file.path()).contains(path);
        assertThat(file.details().name()).isEqualTo(Path.of(path).getFileName().toString());
        assertThat(content(file)).hasContent("content of " + path);
        var link = TextLinks.in(imported("Soil").details().summary()).getFirst();
        assertThat(new FileLinks(List.of(file)).find(link, java.util.Optional.of("Garden/Soil.md")))
                .contains(file);
    }

    @Test
    void aPictureOfTwoProjectsIsARowInEachAndOneContent() throws IOException {
        file("Soil.md", "![](images/a.png) and again ![](images/a.png), ![](images/b.png)");
        file("deep/Worms.md", "![](../images/b.png) ![](../images/a.png)");
        file("images/a.png", "a");
        file("images/b.png", "b");

        var report = run();

        assertThat(report.attached()).isEqualTo(2);
        assertThat(paths("Soil")).containsExactly("images/a.png", "images/b.png");
        assertThat(paths("Worms")).containsExactly("images/b.png", "images/a.png");
        assertThat(files("Soil").getFirst().details())
                .isEqualTo(files("Worms").getLast().details());
        assertThat(test.number("SELECT count(*) FROM content")).isEqualTo(2);
    }

    @Test
    void importingAgainAddsOnlyWhatIsMissing() throws IOException {
        file("Soil.md", "![](a.png) ![](b.png)");
        file("a.png", "a");
        run();
        file("b.png", "b");
        file("a.png", "another a, which overwrites nothing");
        var report = run();
        assertThat(report.attached()).isEqualTo(2);
        assertThat(paths("Soil")).containsExactly("a.png", "a.png", "b.png");
        assertThat(content(files("Soil").getFirst())).hasContent("a");
        var again = run();
        assertThat(again.attached() + again.imported()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(3);
        assertThat(paths("Soil")).hasSize(3);
    }

    @Test
    void noTextIsInATransactionWithAFile() throws IOException {
        for (int i = 0; i < 5; i++) {
            file("text" + i + ".md", "![](a.png) ![](b" + i + ".png)");
            file("b" + i + ".png", "b" + i);
        }
        file("a.png", "a");
        run();
        assertThat(test.number("SELECT count(*) FROM pending WHERE tbl = 'file'"))
                .isEqualTo(10);
        assertThat(test.number("""
                        SELECT count(*) FROM pending AS f JOIN pending AS t ON t.tx = f.tx AND t.tbl <> 'file'
                        WHERE f.tbl = 'file'""")).isZero();
        assertThat(test.number("""
                        SELECT min(f.tx) > max(t.tx) FROM pending AS f, pending AS t
                        WHERE f.tbl = 'file' AND t.tbl = 'project'""")).isOne();
    }

    @Test
    void aFileWasLastChangedWhenItWasAndNotAfterItsText() throws IOException {
        file("Soil.md", "---\nmodified: 2020-01-01T00:00:00Z\n---\n![](old.png) ![](new.png)");
        file("old.png", "old");
        file("new.png", "new");
        Files.setLastModifiedTime(root.resolve("old.png"), FileTime.from(Instant.parse("2010-01-01T00:00:00Z")));
        run();
        assertThat(files("Soil"))
                .extracting(ProjectFile::edited)
                .containsExactly(Instant.parse("2010-01-01T00:00:00Z"), Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(imported("Soil").edited()).isEqualTo("2020-01-01T00:00:00Z");
    }

    @Test
    void whatIsNotThereOrOutsideIsNamedByItsText() throws IOException {
        Files.writeString(folder.resolve("secret.png"), "secret");
        file("Missing.md", "![](gone.png) [text](gone.md) [[Unwritten]] ![[gone]] [site](https://a.example/x.png)");
        file("Outside.md", "![](../secret.png) ![](file:///etc/passwd) ![](C:\\\\x.png)");
        file("Long.md", "![](" + "x".repeat(300) + ".png) ![](a%00b.png) ![](/etc/passwd.png)");

        var report = run();

        assertThat(problems(report))
                .containsExactly(
                        "Long.md " + Kind.LINK_BROKEN,
                        "Long.md " + Kind.LINK_BROKEN,
                        "Long.md " + Kind.LINK_BROKEN,
                        "Missing.md " + Kind.LINK_BROKEN,
                        "Outside.md " + Kind.LINK_OUTSIDE,
                        "Outside.md " + Kind.LINK_OUTSIDE,
                        "Outside.md " + Kind.LINK_OUTSIDE);
        assertThat(report.problems().get(3))
                .asString()
                .endsWith("Missing.md: imported: please check (it links to \"gone.png\", which is not there)");
        assertThat(report.problems().get(4))
                .asString()
                .endsWith("imported without what is outside the folder (it links to \"../secret.png\")");
        assertThat(report.leftOut()).isEqualTo(3);
        assertThat(test.number("SELECT count(*) FROM file")).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(60)
    void noLinkIsFollowedOutOfTheFolderAndNoPipeIsWaitedFor() throws Exception {
        Files.writeString(folder.resolve("secret.png"), "secret");
        file("Soil.md", "![](out.png) ![](in.png) ![](pipe.png) ![](.hidden/out.png) ![](.hidden/pipe.png)");
        file("real.png", "real");
        Files.createDirectory(root.resolve(".hidden"));
        for (var name : List.of("out.png", ".hidden/out.png")) {
            Files.createSymbolicLink(root.resolve(name), folder.resolve("secret.png"));
        }
        Files.createSymbolicLink(root.resolve("in.png"), Path.of("real.png"));
        for (var name : List.of("pipe.png", ".hidden/pipe.png")) {
            assertThat(new ProcessBuilder("mkfifo", root.resolve(name).toString())
                            .start()
                            .waitFor())
                    .isZero();
        }

        var report = run();

        assertThat(paths("Soil")).containsExactly("in.png");
        assertThat(problems(report))
                .containsExactlyInAnyOrder(
                        ".hidden " + Kind.SETTINGS,
                        "Soil.md " + Kind.LINK_OUTSIDE,
                        "Soil.md " + Kind.LINK_OUTSIDE,
                        "Soil.md " + Kind.LINK_BROKEN,
                        "Soil.md " + Kind.LINK_BROKEN,
                        "out.png " + Kind.OUTSIDE,
                        "pipe.png " + Kind.UNREADABLE,
                        "real.png " + Kind.OTHER);
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndHoldsUpNoOther() throws IOException {
        file("Soil.md", "![](a.png) ![](b.png)");
        file("Worms.md", "![](a.png)");
        file("a.png", "a");
        file("b.png", "b");
        Files.delete(root.resolve("a.png"));
        Files.createSymbolicLink(root.resolve("a.png"), Path.of("nowhere"));
        var report = run();
        assertThat(paths("Soil")).containsExactly("b.png");
        assertThat(report.imported()).isEqualTo(2);
        assertThat(problems(report)).contains("a.png " + Kind.UNREADABLE);
    }

    @Test
    void aLinkedTextIsAProjectAndNoFile() throws IOException {
        file("Soil.md", "[other](Worms.md) [data](data.txt) [[Worms]] [folder](images) [self](Soil.md)");
        file("Worms.md", "worms");
        file("images/unused.png", "unused");
        Files.write(root.resolve("data.txt"), new byte[] {0, 1, 2, 0});
        var report = run();
        assertThat(titles()).containsExactly("Soil", "Worms");
        assertThat(paths("Soil")).containsExactly("data.txt");
        assertThat(problems(report)).containsExactly("images/unused.png " + Kind.OTHER);
    }

    @Test
    void oneTextAloneBringsItsFiles() throws IOException {
        file("Garden/Soil.md", "![](images/a.png) ![[b.png]] ![](../c.png)");
        file("Garden/images/a.png", "a");
        file("Garden/b.png", "b");
        file("c.png", "c");
        var report = Folders.imported(test, root.resolve("Garden/Soil.md"));
        assertThat(paths("Soil")).containsExactly("images/a.png", "b.png");
        assertThat(report.problems()).extracting(ImportProblem::kind).containsExactly(Kind.LINK_OUTSIDE);
    }
}
