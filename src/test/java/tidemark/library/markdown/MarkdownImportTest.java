package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.app.ContentIntake;
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
                        0,
                        3,
                        List.of(
                                new ImportProblem(
                                        folder.resolve("Journal/pictures/a.png"),
                                        Kind.OTHER,
                                        "no text here links to it"),
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

        assertThat(report).isEqualTo(new ImportReport(3, 2, 0, 0, 1, 0, List.of(), Map.of()));
        assertThat(titles()).containsExactly("b", "c", "River", "River");
        assertThat(library.collections().all()).hasSize(2);
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

        new MarkdownImport(library, new ContentIntake(test.contents()))
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
                .isThrownBy(() -> Folders.imported(test, root.resolve("none")));
    }
}
