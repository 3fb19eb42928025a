package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `import`.
final class ImportCommandTest {
    private static final long LARGE = 50L << 20;

    @TempDir
    Path folder;

    private Shell shell;
    private Path notes;

    @BeforeEach
    void start() throws IOException {
        shell = Shell.withLibrary(folder.resolve("laptop"));
        notes = Files.createDirectories(folder.resolve("notes/work"));
        Files.writeString(notes.resolve("river.md"), "---\ntags: [field]\n---\n# River\n\nWater samples.\n");
        Files.writeString(notes.resolve("kitchen.md"), "# Kitchen\n");
    }

    private void addWhatCannotBeUsed() throws IOException {
        Files.createFile(notes.resolve("empty.md"));
        Files.write(notes.resolve("binary.md"), new byte[] {0, 1, 2, 3});
        Files.createSymbolicLink(notes.resolve("dangling.md"), notes.resolve("nowhere"));
        try (var large = new RandomAccessFile(notes.resolve("large.md").toFile(), "rw")) {
            large.setLength(LARGE);
        }
    }

    @Test
    void aFolderOfMarkdownBecomesProjects() {
        var answer = shell.json("import", notes.toString()).json();
        assertThat(answer.get("files").asInt()).isEqualTo(2);
        assertThat(answer.get("imported").asInt()).isEqualTo(2);
        assertThat(answer.get("problems")).isEmpty();
        assertThat(shell.done("project", "list", "--search", "water").out()).contains("River", "#field");
        assertThat(shell.done("import", notes.toString()).out())
                .isEqualTo("2 files: 0 imported, 2 there already, 0 left out; 0 collections made.\n");
    }

    @Test
    void whatCannotBeUsedIsNamedOneByOneAndSkipsNothingElse() throws IOException {
        addWhatCannotBeUsed();
        var answer = shell.run("import", notes.toString(), "--json");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.json().get("imported").asInt()).isEqualTo(4);
        assertThat(answer.json().get("leftOut").asInt()).isEqualTo(2);
        assertThat(answer.json().get("problems"))
                .extracting(problem -> problem.get("kind").asString())
                .containsExactly("binary", "unreadable", "empty", "too-large");
        assertThat(answer.err().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith(notes.toString()))
                .anyMatch(line -> line.endsWith("dangling.md: left out: cannot be read (it leads nowhere)"))
                .anyMatch(line -> line.contains("large.md: imported as a file: too long for a text (52,428,800 bytes"))
                .anyMatch(line -> line.endsWith("empty.md: imported: please check (it is empty)"));
    }

    @Test
    void manyOfOneKindAreNamedByTheFirstFiftyAndCountedAndNoTextIsMissing() throws IOException {
        for (int i = 0; i < 60; i++) {
            Files.createFile(notes.resolve("p" + i + ".png"));
        }
        var answer = shell.run("import", notes.toString());
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).startsWith("62 files: 2 imported, 0 there already, 60 left out; 1 collection made.");
        assertThat(answer.err().lines())
                .hasSize(51)
                .last()
                .isEqualTo("10 more are left out: neither Markdown nor text; --json names all");
    }

    @Test
    void frontMatterWithoutMeaningHereIsToldByKey() throws IOException {
        Files.writeString(notes.resolve("soil.md"), "---\naliases: [Earth]\ncssclass: wide\n---\n");
        Files.writeString(notes.resolve("worms.md"), "---\naliases: [Worm]\n---\n");
        assertThat(shell.done("import", notes.toString()).out())
                .endsWith("Of the front matter, this has no meaning here and stays in the texts: aliases (2 files),"
                        + " cssclass (1 file).\n");
    }

    @Test
    void aPersonSeesABarAndAProgramDoesNot() {
        assertThat(shell.done("import", notes.toString()).err()).isEmpty();
        shell.watchedByAPerson();
        assertThat(shell.done("import", notes.toString()).err())
                .contains("\rImporting [", "50 %")
                .endsWith(" \r");
    }

    @Test
    void oneFileIsImportedIntoTheCollectionOfItsFolder() {
        assertThat(shell.done("import", notes.resolve("river.md").toString()).out())
                .isEqualTo("1 file: 1 imported, 0 there already, 0 left out; 1 collection made.\n");
        assertThat(shell.done("import", notes.toString()).out())
                .isEqualTo("2 files: 1 imported, 1 there already, 0 left out; 0 collections made.\n");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        var answer = shell.run("import", folder.resolve("missing").toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("missing cannot be read", "Nothing was imported.");
    }
}
