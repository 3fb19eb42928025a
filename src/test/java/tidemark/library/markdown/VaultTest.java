package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.markdown.ImportProblem.Kind;
import tidemark.library.records.Status;

/// The import of a vault in which there is something of several programs: Obsidian, Bear, Joplin, Zettlr, Notion.
final class VaultTest extends ImportTest {
    private ImportReport report = new ImportReport(0, 0, 0, 0, 0, 0, List.of(), Map.of());

    @BeforeEach
    void importVault() {
        root = Path.of("src/test/resources/tidemark/library/markdown/vault").toAbsolutePath();
        report = run();
    }

    @Test
    void eachTextHasTheTitleThatItHadThere() {
        assertThat(titles())
                .containsExactlyInAnyOrder(
                        "1.10",
                        "2026-01-02",
                        "C# notes",
                        "Groceries",
                        "Soil tests: part two",
                        "Tides",
                        "Worms #bad #add",
                        "{{title}}");
    }

    @Test
    void tagsAreFoundAsThere() {
        assertThat(labels("Soil tests: part two")).containsExactlyInAnyOrder("soil", "garden/beds");
        assertThat(labels("Worms #bad #add")).containsExactlyInAnyOrder("bad", "add", "🌱/seedling", "two words");
        assertThat(labels("2026-01-02")).containsExactlyInAnyOrder("园艺", "读书", "阅读/小说", "计划", "mum");
        assertThat(labels("1.10")).containsExactlyInAnyOrder("3.10", "2024");
        assertThat(labels("C# notes")).containsExactlyInAnyOrder("Net", "Clr");
        assertThat(labels("{{title}}")).containsExactly("garden");
    }

    @Test
    void whatHasNoPlaceHereStaysInTheText() {
        assertThat(imported("Soil tests: part two").details().summary()).isEqualTo("""
                        ---
                        aliases: [Old name, "Soil"]
                        # ask the lab first
                        rating: 4
                        ---

                        See [[Worms]] and ![[ph.png]].
                        """);
        assertThat(imported("{{title}}").details().summary())
                .isEqualTo("---\ntitle: {{title}}\ndate: {{date:YYYY-MM-DD}}\n---\n# {{title}}\n");
        assertThat(imported("1.10").details().summary())
                .isEqualTo("---\ntitle: 1.11\ndue: 2026-05-06T10:00:00.000Z\nstatus: in review\n---\nRelease text\n");
        assertThat(imported("C# notes").details().summary())
                .isEqualTo("---\n# for me\ncompleted?: no\n---\nWritten\non Windows\n");
        assertThat(report.keptKeys()).isEqualTo(Map.of("aliases", 1, "rating", 1, "status", 1, "completed?", 1));
    }

    @Test
    void daysAndTimesAreThoseOfTheFrontMatter() {
        assertThat(imported("1.10").details().due()).contains(LocalDate.of(2026, 5, 6));
        assertThat(imported("1.10").details().status()).isEqualTo(Status.IDEA);
        assertThat(imported("Soil tests: part two").times().created())
                .isEqualTo(Optional.of(Instant.parse("2020-02-02T10:00:00Z")));
        assertThat(imported("Soil tests: part two").edited()).isEqualTo("2021-02-02T10:00:00Z");
    }

    @Test
    void whatWasLeftOutOrNotUnderstoodIsNamed() {
        assertThat(problems(report))
                .containsExactly(
                        ".obsidian " + Kind.SETTINGS,
                        "Garden/Template.md " + Kind.FRONT_MATTER,
                        "Reading/Releases.md " + Kind.FRONT_MATTER,
                        "backup.zip " + Kind.OTHER);
        assertThat(report.problems())
                .extracting(ImportProblem::detail)
                .anyMatch(words -> words.endsWith("stays in the text: \"title\", \"date\""))
                .anyMatch(words -> words.endsWith("stays in the text: \"title\" a second time"));
        assertThat(report.leftOut()).isOne();
        assertThat(report.attached()).isOne();
    }

    @Test
    void exportedAndImportedAgainItIsTheSameVault() {
        var out = folder.resolve("out");
        Folders.exported(test, out);
        assertThat(out.resolve("vault/Garden/ph.png")).hasSameBinaryContentAs(root.resolve("Garden/ph.png"));
        assertThat(out.resolve("vault/Garden/Soil tests part two.md")).hasContent("""
                        ---
                        title: "Soil tests: part two"
                        tags: ["garden/beds", "soil"]
                        created: 2020-02-02T10:00:00Z
                        modified: 2021-02-02T10:00:00Z
                        aliases: [Old name, "Soil"]
                        # ask the lab first
                        rating: 4
                        ---

                        See [[Worms]] and ![[ph.png]].
                        """);
        var again = Folders.imported(test, out);
        assertThat(again.alreadyThere()).isEqualTo(9);
        assertThat(again.imported() + again.collections() + again.leftOut()).isZero();
    }
}
