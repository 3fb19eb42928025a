package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.SqliteFile;

/// Libraries that cannot be used: one clear message, one exit code, and nothing touched.
final class BadLibraryTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Shell shell;
    private Path file;

    @BeforeEach
    void start() {
        shell = new Shell(folder.resolve("laptop"));
        file = shell.library.resolve("database.sqlite");
    }

    private void assertRefused(int code, String cause) throws IOException {
        var before = Files.readAllBytes(file);
        var names = names();
        for (var command : List.of("status", "project list", "project add --title T", "verify", "sync")) {
            var answer = shell.run(command.split(" "));
            assertThat(answer.code()).as(command).isEqualTo(code);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err()).contains(cause).hasLineCount(3).doesNotContain("Exception");
            assertThat(shell.run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--json"))
                                    .toArray(String[]::new))
                            .json()
                            .get("error")
                            .get("cause")
                            .asString())
                    .contains(cause);
        }
        assertThat(file).hasBinaryContent(before);
        assertThat(names()).isEqualTo(names);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(shell.library)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aFileThatIsNotSqliteIsForeign() throws IOException {
        Files.createDirectories(shell.library);
        Files.writeString(file, "only text that someone wrote and wants to keep\n".repeat(100));
        assertRefused(6, "is no SQLite database");
    }

    @Test
    void anotherProgramsDatabaseIsForeign() throws IOException {
        Files.createDirectories(shell.library);
        SqliteFile.edit(file, sql -> sql.update("CREATE TABLE moz_places (id INTEGER)"));
        assertRefused(6, "another program made this database");
    }

    @Test
    void aDamagedFileIsDamaged() throws IOException {
        shell.done("init", "--sample");
        var bytes = Files.readAllBytes(file);
        for (int i = 100; i < PAGE; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
        assertRefused(6, "is damaged");
    }

    @Test
    void aNewerProgramsLibraryAsksForAnUpdate() throws IOException {
        shell.done("init");
        SqliteFile.edit(file, sql -> {
            sql.run("PRAGMA user_version = 99");
            return true;
        });
        assertRefused(1, "was written by a newer Tidemark");
    }

    /// Root may write any file: a read-only connection stands for the read-only file.
    @Test
    void aLibraryThatMayNotBeWrittenIsDenied() {
        shell.done("init");
        shell.onOpen(app -> app.database().write(sql -> {
            sql.run("PRAGMA query_only = ON");
            return true;
        }));
        var answer = shell.run("project", "add", "--title", "River");
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("may not be written");
    }

    @Test
    void aFullDiskKeepsWhatWasThere() {
        shell.done("init");
        var id = shell.project("River");
        shell.onOpen(app -> app.database().write(sql -> sql.number("PRAGMA max_page_count = 1")));
        shell.input("much more ".repeat(50_000));
        var answer = shell.run("project", "edit", id, "--summary-file", "-");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("is full", "Make room on the disk");
        shell.onOpen(_ -> {});
        assertThat(shell.json("project", "show", id).text("summary")).isEmpty();
        assertThat(shell.run("verify").code()).isZero();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var inTheWay = Files.writeString(folder.resolve("file"), "a file where a folder must be");
        var answer = new Shell(inTheWay.resolve("laptop")).run("init");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("cannot be made");
    }

    @Test
    void anErrorThatNobodyKnowsIsSaidAndLogged() {
        shell.done("init");
        shell.onOpen(_ -> {
            throw new IllegalStateException("quite unexpected");
        });
        var answer = shell.run("status");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("quite unexpected", "look into the log");
    }
}
