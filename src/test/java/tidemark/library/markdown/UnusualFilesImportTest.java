package tidemark.library.markdown;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.markdown.ImportProblem.Kind;

/// The import of files that are no plain Markdown in UTF-8: they are read as what they are, or left out by
/// name.
final class UnusualFilesImportTest extends ImportTest {
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

        assertThat(report.imported()).isEqualTo(3);
        assertThat(problems(report))
                .containsExactly(
                        "binary.md " + Kind.BINARY,
                        "huge.md " + Kind.TOO_LARGE,
                        "large.md " + Kind.TOO_LARGE,
                        "nowhere.md " + Kind.UNREADABLE,
                        "sub/loop " + Kind.LOOP);
        assertThat(report.leftOut()).isEqualTo(3);
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
    void aTextOfSeveralMebibytesBecomesAFileOfItsProject() throws IOException {
        file("long.md", "---\ntags: [river]\n---\n" + "x".repeat((1 << 20) + 1));
        file("title.md", "---\ntitle: " + "x".repeat((1 << 20) + 1) + "\n---\n");
        file("huge.txt", "x".repeat(9 << 20));
        file("fits.md", "---\ntitle: short\n---\n" + "x".repeat(1 << 20));

        var report = run();

        assertThat(titles()).containsExactly("huge", "long", "short", "title");
        assertThat(problems(report))
                .containsExactly(
                        "huge.txt " + Kind.TOO_LARGE, "long.md " + Kind.TOO_LARGE, "title.md " + Kind.TOO_LARGE);
        assertThat(report.problems().get(1).detail()).contains("1,048,577 bytes", "1,048,576");
        assertThat(report.leftOut()).isZero();
        assertThat(labels("long")).containsExactly("river");
        assertThat(imported("long").details().summary()).isEmpty();
        for (var name : List.of("huge.txt", "long.md", "title.md")) {
            var file = library.files().of(imported(TitleOf.stem(name)).id()).getFirst();
            assertThat(file.details().name()).isEqualTo(name);
            assertThat(file.path()).contains(name);
            assertThat(folder.resolve("files/" + file.details().sha256().substring(0, 2))
                            .resolve(file.details().sha256()))
                    .hasSameBinaryContentAs(root.resolve(name));
        }
        assertThat(run().alreadyThere()).isEqualTo(4);
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
}
