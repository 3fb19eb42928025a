package tidemark.library.markdown;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.TestLibrary;
import tidemark.library.markdown.ImportProblem.Kind;
import tidemark.library.records.Label;
import tidemark.library.records.LibraryException;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.Status;
import tidemark.library.records.Times;

/// The import of Markdown files.
final class MarkdownImportTest extends ImportTest {
    @Test
    void foldersBecomeCollectionsAndFilesProjectsWithTheirText() throws IOException {
        file("a.md", "# River\n\nlow");
        file("work/2026/b.markdown", "text without heading");
        file("work/empty.md", "");
        file("pictures/a.png", "no Markdown");

        var report = run();

        assertThat(report)
                .isEqualTo(new ImportReport(
                        4,
                        3,
                        0,
                        0,
                        3,
                        List.of(
                                new ImportProblem(
                                        folder.resolve("Journal/pictures/a.png"),
                                        Kind.OTHER,
                                        "pictures and other files cannot be brought in yet"),
                                new ImportProblem(folder.resolve("Journal/work/empty.md"), Kind.EMPTY, "it is empty")),
                        Map.of()));
        assertThat(library.collections().all())
                .extracting(collection -> collection.details().name())
                .containsExactly("Journal", "work", "2026");
        assertThat(titles()).containsExactly("b", "empty", "River");
        assertThat(imported("River").details().summary()).isEqualTo("# River\n\nlow");
        assertThat(imported("empty").details()).isEqualTo(ProjectDetails.titled("empty"));
    }

    @Test
    void importingTheSameFolderAgainAddsOnlyWhatIsNew() throws IOException {
        file("a.md", "# River\n\nlow");
        file("work/b.md", "b");
        run();
        file("work/c.md", "c");
        file("a.md", "# River\n\nhigh");

        var report = run();

        assertThat(report).isEqualTo(new ImportReport(3, 2, 0, 1, 0, List.of(), Map.of()));
        assertThat(titles()).containsExactly("b", "c", "River", "River");
        assertThat(library.collections().all()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsToldFileByFileAndStopsNothing() throws IOException {
        file("good.md", "good");
        try (var huge = new RandomAccessFile(root.resolve("huge.md").toFile(), "rw")) {
            huge.setLength(50L << 20);
        }
        file("large.md", "x".repeat((1 << 20) + 1));
        Files.write(root.resolve("binary.md"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1});
        Files.createSymbolicLink(root.resolve("nowhere.md"), root.resolve("missing"));
        Files.createSymbolicLink(Files.createDirectory(root.resolve("sub")).resolve("loop"), root);
        Files.createDirectory(root.resolve("folder.md"));

        var report = run();

        assertThat(report.imported()).isOne();
        assertThat(problems(report))
                .containsExactly(
                        "binary.md " + Kind.BINARY,
                        "huge.md " + Kind.TOO_LARGE,
                        "large.md " + Kind.TOO_LARGE,
                        "nowhere.md " + Kind.UNREADABLE,
                        "sub/loop " + Kind.LOOP);
        assertThat(report.leftOut()).isEqualTo(5);
    }

    @Test
    void otherEncodingsAreReadAndToldOf() throws IOException {
        Files.write(root.resolve("western.md"), "Café “Zürich”".getBytes(Charset.forName("windows-1252")));
        Files.write(root.resolve("utf16.md"), "\ufeffWasser für alle".getBytes(UTF_16LE));
        Files.write(root.resolve("marked.md"), "\ufeff# Marked\r\n\r\ntext".getBytes(UTF_8));

        var report = run();

        assertThat(imported("western").details().summary()).isEqualTo("Café “Zürich”");
        assertThat(imported("utf16").details().summary()).isEqualTo("Wasser für alle");
        assertThat(imported("Marked").details().summary()).isEqualTo("# Marked\n\ntext");
        assertThat(report.problems())
                .allMatch(problem -> problem.kind() == Kind.ENCODING)
                .hasSize(2);
    }

    @Test
    void tagsAndFrontMatterBecomeLabelsStatusAndDay() throws IOException {
        file("a.md", """
                ---
                title: "River: the book"
                tags: [Water, field work]
                status: active
                due: 2026-04-01
                author: Ada
                ---
                # Not the title

                Of #water and #höhe-1, see [x](#part) and `#code`.

                ```
                #include <stdio.h>
                ```
                """);

        run();

        var river = imported("River: the book");
        assertThat(river.details().status()).isEqualTo(Status.ACTIVE);
        assertThat(river.details().due()).contains(java.time.LocalDate.of(2026, 4, 1));
        assertThat(river.details().summary()).startsWith("---\nauthor: Ada\n---\n# Not the title");
        assertThat(library.labels().of(river.id()))
                .extracting(Label::name)
                .containsExactly("field work", "höhe-1", "Water");
    }

    @Test
    void frontMatterThatIsKeptIsNeitherHeadingNorPreview() throws IOException {
        file("no-alert.md", "---\ndescription: 'Disallow alerts.'\n---\n\n> See the site.\n");

        run();

        var made = imported("no-alert");
        assertThat(made.details().summary()).startsWith("---\ndescription: 'Disallow alerts.'\n---\n");
        assertThat(library.projects().summaries(List.of(made.id())).getFirst().preview())
                .isEqualTo("See the site.");
    }

    @Test
    void numbersOfIssuesColoursAndTextOfLinksAreNoTags() throws IOException {
        file(
                "log.md",
                "fixes #12, colour #fff and #a0b1c2 [#discussion_r1](http://x.y/#part) <http://x.y/#z> (#9) a#b\n");

        run();

        assertThat(library.labels().all()).isEmpty();
    }

    @Test
    void titlesComeFromHtmlHeadingsAndWithoutPictures() throws IOException {
        file("a.md", "<h1 align=\"center\">\n  <img src=\"x.png\">\n  Tide <b>mark</b>\n</h1>\n");
        file("b.md", "# [![badge](http://x.y/z.svg)](http://x.y)\n\n# `got` [![badge](b.svg)](c)\n");
        file("c.md", "4.0.0 / 2017-07-12\n==================\n\n- x\n");

        run();

        assertThat(titles()).containsExactly("4.0.0 / 2017-07-12", "got", "Tide mark");
    }

    @Test
    void brokenFrontMatterStaysInTheTextAndIsToldOf() throws IOException {
        file("a.md", "---\ntitle: \"unfinished\nx: [\n---\ntext\n");
        file("rule.md", "---\n\nOnly a ruled line, no entries\n\n---\n");

        var report = run();

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.FRONT_MATTER);
            assertThat(problem.file()).hasFileName("a.md");
        });
    }

    @Test
    void textsMadeToHurtAParserAreImported() throws IOException {
        file("quotes.md", ">".repeat(200_000) + " deep");
        file("brackets.md", "[".repeat(50_000));
        file("stars.md", "*a **b ".repeat(20_000));
        file("lists.md", "- ".repeat(50_000) + "x");
        file("yaml.md", "---\na: " + "[".repeat(20_000) + "\n---\nx\n");
        file("laughs.md", "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n---\nx\n");

        assertThat(run().imported()).isEqualTo(6);
    }

    @Test
    void hiddenFoldersAreCountedAndLeftOutWhereTextsAreInThem() throws IOException {
        file(".obsidian/app.json", "{}");
        file(".obsidian/themes/dark/theme.css", "x");
        file(".trash/old.md", "x");
        file(".trash/old.png", "x");
        file(".draft.md", "x");

        var report = run();

        assertThat(report.imported()).isZero();
        assertThat(problems(report))
                .containsExactly(".draft.md " + Kind.HIDDEN, ".obsidian " + Kind.SETTINGS, ".trash " + Kind.HIDDEN);
        assertThat(report.problems().get(1)).asString().endsWith("(2 files, 0 of them Markdown or text)");
        assertThat(report.leftOut()).isEqualTo(2);
    }

    @Test
    void picturesAndArchivesAreNamedAndPlainTextIsImported() throws IOException {
        file("export.zip", "PK");
        file("River.png", "x");
        file("Groceries.txt", "---\ntitle: no\n---\n# milk\n#tag");

        var report = run();

        assertThat(problems(report)).containsExactly("River.png " + Kind.OTHER, "export.zip " + Kind.OTHER);
        assertThat(report.leftOut()).isEqualTo(2);
        assertThat(imported("Groceries").details().summary()).isEqualTo("---\ntitle: no\n---\n# milk\n#tag");
        assertThat(labels("Groceries")).isEmpty();
    }

    @Test
    void aTextOfSeveralMebibytesIsLeftOutByName() throws IOException {
        file("long.md", "x".repeat((1 << 20) + 1));
        file("title.md", "---\ntitle: " + "x".repeat((1 << 20) + 1) + "\n---\n");
        file("fits.md", "---\ntitle: short\n---\n" + "x".repeat(1 << 20));

        var report = run();

        assertThat(titles()).containsExactly("short");
        assertThat(problems(report)).containsExactly("long.md " + Kind.TOO_LARGE, "title.md " + Kind.TOO_LARGE);
        assertThat(report.problems().getFirst().detail()).contains("1,048,577 bytes", "1,048,576", "as a file yet");
    }

    @Test
    void bytesThatNoEncodingHasAreNeverReplaced() throws IOException {
        Files.write(root.resolve("undefined.md"), new byte[] {'a', (byte) 0x81, ' ', (byte) 0xe9});
        Files.write(
                root.resolve("half-marked.md"), new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xff});
        Files.write(root.resolve("half-pair.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 'a', 0});
        file("nul.md", "x".repeat(20_000) + "\0");

        assertThat(problems(run()))
                .containsExactly(
                        "half-marked.md " + Kind.BINARY,
                        "half-pair.md " + Kind.BINARY,
                        "nul.md " + Kind.BINARY,
                        "undefined.md " + Kind.BINARY);
        assertThat(titles()).isEmpty();
    }

    @Test
    void twoEqualFilesAreTwoProjectsAndBothAreThereTheNextTime() throws IOException {
        file("a/Untitled.md", "");
        file("a/Untitled.markdown", "");

        assertThat(run().imported()).isEqualTo(2);
        assertThat(run().alreadyThere()).isEqualTo(2);
        assertThat(titles()).containsExactly("Untitled", "Untitled");
    }

    @Test
    void theIdsOfNotionStayInThePathAndLeaveTheNames() throws IOException {
        var first = "Soil 0123456789abcdef0123456789abcdef";
        file(first + "/Worms fedcba9876543210fedcba9876543210.md", "text");
        file("Soil 00000000000000000000000000000001/Water.md", "text");

        run();

        assertThat(library.collections().all())
                .extracting(collection -> collection.details().name())
                .containsExactly("Journal", "Soil", "Soil");
        assertThat(path("Worms")).isEqualTo(first + "/Worms fedcba9876543210fedcba9876543210.md");
    }

    @Test
    void whereAFileLayAndWhenItWasWrittenIsKept() throws IOException {
        file("Garden/Soil.md", "text");
        Files.setLastModifiedTime(
                root.resolve("Garden/Soil.md"), FileTime.from(Instant.parse("2019-05-06T07:08:09.123Z")));
        file("Old.md", "---\ncreated: 2018-01-02T03:04:05Z\nupdated: 2018-02-03 04:05:06Z\n---\ntext");

        run();

        assertThat(path("Soil")).isEqualTo("Garden/Soil.md");
        assertThat(imported("Soil").edited()).isEqualTo("2019-05-06T07:08:09.123Z");
        assertThat(imported("Soil").times().created())
                .hasValueSatisfying(created ->
                        assertThat(created).isBeforeOrEqualTo(imported("Soil").edited()));
        assertThat(imported("Old").times())
                .isEqualTo(new Times(
                        Optional.of(Instant.parse("2018-01-02T03:04:05Z")), Instant.parse("2018-02-03T04:05:06Z")));
        assertThat(imported("Old").details().summary()).isEqualTo("text");
        assertThat(library.projects().page(ProjectQuery.of(new Shelf.All()), 0, 9))
                .extracting(ProjectSummary::title)
                .containsExactly("Soil", "Old");
    }

    @Test
    void anImportedProjectIsEditedWhenItIsChanged() throws IOException {
        file("Old.md", "---\nupdated: 2018-02-03 04:05:06Z\n---\ntext");
        run();
        var old = imported("Old");

        library.projects().save(old, old.details().withSummary("other"));

        assertThat(imported("Old").edited()).isEqualTo(TestLibrary.START);
    }

    private String path(String title) {
        var id = imported(title).id().text();
        return library.read(sql -> sql.text("SELECT path FROM project WHERE id = ?", id))
                .orElse("");
    }

    @Test
    void progressIsToldForEachFile() throws IOException {
        file("a.md", "a");
        file("b.md", "b");
        var seen = new ArrayList<String>();

        new MarkdownImport(library)
                .run(root, (done, total, file) -> seen.add(done + "/" + total + " " + file.getFileName()));

        assertThat(seen).containsExactly("0/2 a.md", "1/2 b.md");
    }

    @Test
    void aThousandFilesAreAFewTransactions() throws IOException {
        for (int i = 0; i < 1100; i++) {
            file("n" + i + ".md", "text " + i);
        }
        var before = test.number("SELECT number FROM tx");

        run();

        assertThat(test.number("SELECT number FROM tx") - before).isEqualTo(3);
        assertThat(library.projects().count(ProjectQuery.of(new Shelf.All()))).isEqualTo(1100);
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> new MarkdownImport(library).run(root.resolve("none"), (_, _, _) -> {}));
    }
}
