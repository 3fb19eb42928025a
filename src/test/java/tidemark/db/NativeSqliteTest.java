package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite's native library in a process whose folder for temporary files is of no use for it.
final class NativeSqliteTest {
    @TempDir
    Path folder;

    /// A process that opens a database.
    static final class Opening {
        private Opening() {}

        /// Opens the file that is named, or prints why not.
        public static void main(String[] args) {
            try {
                SqliteFile.edit(Path.of(args[0]), sql -> {
                    sql.run("CREATE TABLE t (x)");
                    return true;
                });
                System.out.print("opened");
            } catch (DatabaseException e) {
                System.out.print(e.problem());
            }
        }
    }

    private String open(Path home) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder.resolve("nothing/here"),
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        folder.resolve("library.sqlite").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.getInputStream()) {
            var text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return text;
        } finally {
            process.destroy();
        }
    }

    @Test
    void isLoadedFromTheUsersCacheWhereTheFolderForTemporaryFilesIsOfNoUse() throws Exception {
        assertThat(open(folder)).endsWith("opened");
    }

    @Test
    void aComputerWithoutAnyFolderForItIsToldWhatToSet() throws Exception {
        var home = Files.writeString(folder.resolve("a-file"), "no folder");
        assertThat(open(home)).contains("could be loaded neither").contains("-Dorg.sqlite.tmpdir=FOLDER");
    }
}
