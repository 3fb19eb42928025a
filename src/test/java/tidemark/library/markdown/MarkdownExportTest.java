package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.library.LibraryTest;
import tidemark.library.TestLibrary;
import tidemark.library.records.Label;
import tidemark.library.records.LibraryException;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;

/// The export of a library as Markdown files.
final class MarkdownExportTest extends LibraryTest {
    private static final String TIMES = "created: %1$s\nmodified: %1$s\n".formatted(TestLibrary.START);

    private Path root;

    @BeforeEach
    void aPlaceForIt() {
        root = folder.resolve("out");
    }

    private ExportReport run() {
        return Folders.exported(test, root);
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

    @Test
    void collectionsAreFoldersAndNotesLieBesideTheirProject() throws IOException {
        var work = library.collections().create("Work");
        var inner = library.collections().create("2026", work.id());
        var river = library.projects().create(ProjectDetails.titled("River").withSummary("low\n"), inner.id());
        library.notes().create(river.id(), new NoteText("Samples", "- [ ] bottles\n"));
        library.projects().create(ProjectDetails.titled("Loose"));

        assertThat(run()).isEqualTo(new ExportReport(2, 2, 1, 0, List.of(), List.of()));
        assertThat(written()).containsExactly("Loose.md", "Work/2026/River.md", "Work/2026/River/Samples.md");
        assertThat(root.resolve("Work/2026/River.md")).hasContent("---\ntitle: \"River\"\n" + TIMES + "---\nlow\n");
        assertThat(root.resolve("Work/2026/River/Samples.md"))
                .hasContent("---\ntitle: \"Samples\"\n" + TIMES + "---\n- [ ] bottles\n");
    }

    @Test
    void whatIsExportedIsImportedAsItWas() throws IOException {
        var details = new ProjectDetails(
                "A \"quoted\": title # – ünï",
                "text\n\n---\nwith a line\n",
                Status.WAITING,
                false,
                Optional.of(LocalDate.of(2026, 12, 12)));
        var collection = library.collections().create("Things");
        var before = library.projects().create(details, collection.id());
        library.labels().add(before.id(), "river bank");
        library.labels().add(before.id(), "home, sweet");
        run();
        try (var other = new TestLibrary(Files.createDirectory(folder.resolve("other")))) {
            var report = Folders.imported(other, root);
            assertThat(report.problems()).isEmpty();
            var id = other.library().projects().withPrefix("", 2).getFirst();
            assertThat(other.library().projects().find(id).orElseThrow().details())
                    .isEqualTo(details);
            assertThat(other.library().labels().of(id))
                    .extracting(Label::name)
                    .containsExactly("home, sweet", "river bank");
        }
    }

    @Test
    void whatIsInTheTrashIsLeftOut() throws IOException {
        var kept = library.projects().create(ProjectDetails.titled("Kept"));
        var gone = library.projects().create(ProjectDetails.titled("Gone"));
        var note = library.notes().create(kept.id(), new NoteText("Gone too", ""));
        library.trash().put(List.of(gone.id(), note.id()));
        assertThat(run()).isEqualTo(new ExportReport(0, 1, 0, 0, List.of(), List.of()));
        assertThat(written()).containsExactly("Kept.md");
    }

    @Test
    void titlesThatAreOneNameToAFileSystemGetNumbers() throws IOException {
        for (var title : List.of("River", "river", "RIVER", "River.md", "a/b", "a:b", "")) {
            library.projects().create(ProjectDetails.titled(title));
        }
        run();
        assertThat(written())
                .containsExactlyInAnyOrder(
                        "River.md", "river 2.md", "RIVER 3.md", "River.md 2.md", "a b.md", "a b 2.md", "Untitled.md");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'../../etc/passwd', 'etc passwd'",
                "'.hidden', 'hidden'",
                "'CON', '_CON'",
                "'CONIN$', '_CONIN$'",
                "'conout$', '_conout$'",
                "'conout$.log', '_conout$.log'",
                "'COM1', '_COM1'",
                "'com\u00b9', '_com\u00b9'",
                "'COM\u00b2.txt', '_COM\u00b2.txt'",
                "'LPT\u00b3', '_LPT\u00b3'",
                "'NUL .txt', '_NUL .txt'",
                "'COM\u2074', 'COM\u2074'",
                "'CONIN', 'CONIN'",
                "'COM10', 'COM10'",
                "'nul.txt', '_nul.txt'",
                "'ends with dots...', 'ends with dots'",
                "'..', 'Untitled'",
                "'a\tb', 'a b'",
                "'C:\\x', 'C x'"
            })
    void aNameLeavesItsFolderOnNoSystem(String title, String name) {
        assertThat(FileNames.plain(title)).isEqualTo(name);
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        assertThat(FileNames.plain("ü".repeat(500))).isEqualTo("ü".repeat(60));
        assertThat(FileNames.plain("🌊".repeat(500))).isEqualTo("🌊".repeat(30));
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("mine.txt"), "mine");
        assertThatExceptionOfType(LibraryException.class).isThrownBy(this::run).withMessageContaining("is not empty");
        assertThat(written()).containsExactly("mine.txt");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(root, "a file");
        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(this::run)
                .withMessageContaining("cannot be written");
    }
}
