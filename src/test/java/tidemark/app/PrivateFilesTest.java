package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.LogFiles;
import tidemark.app.base.ProcessLock;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.SecretFile;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.Credentials;
import tidemark.sync.state.Progress;

/// Who may read the files of a library: their owner alone.
@DisabledOnOs(OS.WINDOWS)
final class PrivateFilesTest {
    @TempDir
    Path parent;

    @AfterEach
    void endTheLog() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof RollingFileAppender<?>) {
                appender.stop();
                root.detachAppender(appender);
            }
        });
    }

    private Path laptop() {
        return parent.resolve("laptop");
    }

    /// A library that has been synced, backed up, logged and locked, and then closed.
    private void use() throws IOException {
        try (var app = TestApp.open(laptop())) {
            LogFiles.COMMANDS.begin(app.folder());
            app.remotes().choose(new FolderRemote(parent.resolve("remote"), FolderRemote.DEFAULT_USER));
            app.library().projects().create(ProjectDetails.titled("River"));
            app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            app.backups().make();
            new SecretFile(app.folder().keys()).keep("x", Credentials.of("anna", "secret"));
            ProcessLock.take(app.folder().windowLock()).orElseThrow().close();
            assertThat(openToOthers()).as("while it is open").isEmpty();
        }
    }

    private List<String> openToOthers() throws IOException {
        try (var all = Files.walk(laptop())) {
            return all.map(path -> permissions(path) + " " + parent.relativize(path))
                    .filter(line -> !line.substring(3).startsWith("------"))
                    .toList();
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void openToAll(Path path) {
        try {
            var all = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(all));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void openAllToAll() throws IOException {
        try (var all = Files.walk(laptop())) {
            all.forEach(PrivateFilesTest::openToAll);
        }
    }

    private String log() throws IOException {
        return Files.readString(new LibraryFolder(laptop()).logs().resolve("commands.log"));
    }

    @Test
    void whatIsMadeBelongsToItsOwnerAlone() throws Exception {
        use();
        assertThat(openToOthers()).isEmpty();
    }

    @Test
    void whatAnEarlierVersionLeftOpenIsNarrowedAtTheNextStartWithOneLineInTheLog() throws Exception {
        use();
        openAllToAll();
        assertThat(openToOthers()).isNotEmpty();
        TestApp.open(laptop()).close();
        assertThat(openToOthers()).isEmpty();
        assertThat(log().lines().filter(line -> line.contains("belongs to its owner alone")))
                .hasSize(1);
    }

    @Test
    void aFolderWithOtherPeoplesFilesStaysAsItIsButTheLibrarysFilesAreNarrowed() throws Exception {
        use();
        var other = Files.writeString(laptop().resolve("minutes.txt"), "of the meeting");
        openAllToAll();
        TestApp.open(laptop()).close();
        assertThat(openToOthers()).hasSize(2);
        assertThat(permissions(laptop())).isEqualTo("rwxr-xr-x");
        assertThat(permissions(other)).isEqualTo("rw-r--r--");
    }

    @Test
    void aFileThatItsOwnerMayOnlyReadStaysSo() throws Exception {
        use();
        Path backup;
        try (var backups = Files.list(laptop().resolve("backups"))) {
            backup = backups.findFirst().orElseThrow();
        }
        Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("r--r--r--"));
        TestApp.open(laptop()).close();
        assertThat(permissions(backup)).isEqualTo("r--------");
    }
}
