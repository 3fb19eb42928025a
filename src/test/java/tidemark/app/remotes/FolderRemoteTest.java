package tidemark.app.remotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.App;
import tidemark.app.SyncAttempt;
import tidemark.app.TestApp;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.Verdict;
import tidemark.sync.state.Progress;

/// The probe of a folder, which writes there and leaves it as it was.
final class FolderRemoteTest {
    @TempDir
    Path parent;

    private App app;

    @BeforeEach
    void open() {
        app = TestApp.open(parent, "laptop");
    }

    @AfterEach
    void close() {
        app.close();
    }

    private ProbeReport test(Path folder) {
        return app.remotes().test(new FolderRemote(folder, "me"), _ -> {});
    }

    private static Map<Path, Long> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            var files = new TreeMap<Path, Long>();
            for (var path : all.toList()) {
                files.put(path, Files.isDirectory(path) ? 0 : Files.size(path));
            }
            return files;
        }
    }

    @Test
    void aFolderThatDoesNotExistIsMadeForTheTestAndGoneAfterIt() {
        var report = test(parent.resolve("a/b"));
        assertThat(report.refusal()).as(report.text()).isEmpty();
        assertThat(report.verdict()).contains(new Verdict.Atomic());
        assertThat(report.text()).contains("✓ May write", "✓ May read", "✓ May delete");
        assertThat(parent.resolve("a")).doesNotExist();
    }

    @Test
    void aLibraryThatIsThereIsLeftAsItWas() throws IOException {
        var folder = parent.resolve("remote");
        app.library().projects().create(ProjectDetails.titled("River"));
        app.remotes().choose(new FolderRemote(folder, "me"));
        app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
        var before = files(folder);
        assertThat(test(folder).refusal()).isEmpty();
        assertThat(files(folder)).isEqualTo(before).hasSizeGreaterThan(5);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldSoAndNothingIsPromised() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "in the way");
        assertThatThrownBy(() -> test(file.resolve("library")))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("file")
                .hasMessageNotContainingAny("tried again", "by itself");
        assertThat(file).hasContent("in the way");
    }

    @Test
    void aFolderThatAnotherProgramCopiesIsRefusedWithSomethingToDoInstead() throws IOException {
        for (var mark : new String[] {".stfolder", ".dropbox.cache"}) {
            var copied = Files.createDirectories(parent.resolve("copied" + mark).resolve(mark));
            assertThatThrownBy(() -> test(copied.resolveSibling("tidemark")))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("copies between computers")
                    .hasMessageContaining("S3 or WebDAV");
        }
    }

    @Test
    void anEmptyFolderOfThatNameBecomesThePlace() throws IOException {
        Files.createDirectories(parent.resolve("remote/me"));
        app.remotes().choose(new FolderRemote(parent.resolve("remote"), "me"));
        assertThat(app.foregroundSync().sync(Progress.NONE, Duration.ZERO)).isInstanceOf(SyncAttempt.Ended.class);
    }
}
