package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tidemark.library.markdown.ImportProblem.Kind;

/// The import of folders with links and pipes in them: nothing outside the folder is read, nothing is waited for.
final class ImportOutsideTest extends ImportTest {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksOutOfTheFolderAreToldAndNotFollowed() throws IOException {
        var outside = Files.createDirectories(folder.resolve("Journal-of-others/deep"));
        Files.writeString(outside.resolve("secret.md"), "secret");
        file("good.md", "good");
        file("inside/real.md", "real");
        Files.createSymbolicLink(root.resolve("secret.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(root.resolve("all"), Path.of("/"));
        Files.createSymbolicLink(root.resolve("inside/others"), Path.of("../../Journal-of-others"));
        Files.createSymbolicLink(root.resolve("inside/round"), Path.of("../../Journal"));
        Files.createSymbolicLink(root.resolve("zero.md"), Path.of("/dev/zero"));
        Files.createSymbolicLink(root.resolve("link.md"), Path.of("inside/real.md"));

        var report = run();

        assertThat(titles()).containsExactlyInAnyOrder("good", "real", "link");
        assertThat(problems(report))
                .containsExactly(
                        "all " + Kind.OUTSIDE,
                        "inside/others " + Kind.OUTSIDE,
                        "inside/round " + Kind.LOOP,
                        "secret.md " + Kind.OUTSIDE,
                        "zero.md " + Kind.OUTSIDE);
        assertThat(report.leftOut()).isEqualTo(5);
        assertThat(report.problems().getFirst()).asString().endsWith("all: left out: a link out of the folder (to /)");
    }

    @Test
    void aFolderThatIsItselfALinkIsImported() throws IOException {
        file("good.md", "good");
        var link = Files.createSymbolicLink(folder.resolve("shortcut"), root);
        var report = Folders.imported(test, link);
        assertThat(report.imported()).isOne();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(60)
    void aPipeIsToldAndNotWaitedFor() throws Exception {
        file("good.md", "good");
        var made = new ProcessBuilder("mkfifo", root.resolve("pipe.md").toString()).start();
        assertThat(made.waitFor()).isZero();
        Files.createSymbolicLink(root.resolve("to-pipe.md"), Path.of("pipe.md"));

        var report = run();

        assertThat(report.imported()).isOne();
        assertThat(report.problems())
                .extracting(ImportProblem::toString)
                .allMatch(words -> words.endsWith("left out: cannot be read (not a file)"))
                .hasSize(2);
        assertThat(ImportedFile.read(root.resolve("pipe.md")).text()).isEmpty();
    }
}
