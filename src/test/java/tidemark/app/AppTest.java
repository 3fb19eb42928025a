package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.library.TestLibrary.title;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.base.LibraryFolder;
import tidemark.app.remotes.FolderRemote;
import tidemark.db.DatabaseException;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.SyncResult;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.sync.state.Progress;

/// Whole applications on one folder: opening, edits that reach the other device, and the remote.
final class AppTest {
    @TempDir
    Path folder;

    private App open(String name) {
        return TestApp.open(folder, name);
    }

    private FolderRemote remote() {
        return new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER);
    }

    /// Waits for a change after which the condition holds.
    private static void await(App app, Predicate<App> condition) {
        var happened = new CountDownLatch(1);
        Runnable look = () -> {
            if (condition.test(app)) {
                happened.countDown();
            }
        };
        app.changes().onChange(look);
        look.run();
        TestApp.await(happened);
    }

    @Test
    void anEditInOneLibraryIsInTheOtherThroughTheFolder() {
        try (var laptop = open("laptop");
                var desk = open("desk")) {
            laptop.syncing().useFolder(remote());
            desk.syncing().useFolder(remote());
            var river = laptop.library().projects().create(ProjectDetails.titled("River"));
            await(desk, app -> title(app.library(), river.id()).equals("River"));
            var there = desk.library().projects().find(river.id()).orElseThrow();
            desk.library().projects().save(there, there.details().withTitle("Brook"));
            await(laptop, app -> title(app.library(), river.id()).equals("Brook"));
        }
    }

    @Test
    void aWriteOfAnotherProcessIsNoticedAndSent() {
        try (var window = open("laptop");
                var other = open("desk")) {
            window.syncing().useFolder(remote());
            other.syncing().useFolder(remote());
            ProjectId id;
            try (var commandLine = open("laptop")) {
                id = commandLine
                        .library()
                        .projects()
                        .create(ProjectDetails.titled("From outside"))
                        .id();
            }
            await(other, app -> title(app.library(), id).equals("From outside"));
        }
    }

    @Test
    void aRemoteThatAnotherProcessSetsIsUsedAtOnce() {
        try (var window = open("laptop")) {
            window.syncing().start();
            window.library().projects().create(ProjectDetails.titled("River"));
            var upToDate = new CountDownLatch(1);
            window.syncing().onStatus(status -> {
                if (isUpToDate(status)) {
                    upToDate.countDown();
                }
            });
            try (var commandLine = open("laptop")) {
                commandLine.remotes().choose(remote());
            }
            TestApp.await(upToDate);
        }
    }

    @Test
    void aLibraryWithoutARemoteSaysSoAndSyncsNowhere() {
        try (var app = open("laptop")) {
            app.syncing().start();
            assertThat(app.syncing().status().state()).isInstanceOf(SyncState.LocalOnly.class);
            assertThat(app.foregroundSync().sync(Progress.NONE, Duration.ZERO)).isEqualTo(new SyncAttempt.NoRemote());
        }
    }

    @Test
    void theExamplesGetIntoNobodysLibrary() {
        try (var app = open("laptop")) {
            app.remotes().choose(remote());
            app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
        }
        try (var app = open("sample")) {
            app.fillWithSamples(folder.resolve("remote"));
            assertThat(app.remotes().current().orElseThrow().describe())
                    .isEqualTo("folder " + folder.resolve("remote-2/me"));
            app.fillWithSamples(folder.resolve("remote"));
            assertThat(app.remotes().current().orElseThrow().describe()).contains("remote-2");
        }
    }

    @Test
    void oneRoundSendsWhatIsThere() {
        try (var app = open("laptop")) {
            app.remotes().choose(remote());
            app.library().projects().create(ProjectDetails.titled("River"));
            assertThat(app.foregroundSync().sync(Progress.NONE, Duration.ZERO))
                    .isEqualTo(new SyncAttempt.Ended(new SyncResult.UpToDate(0, 1)));
            assertThat(folder.resolve("remote/me/changes/000000000/001.json.gz"))
                    .exists();
            assertThat(folder.resolve("remote/me/database.sqlite")).exists();
            assertThat(folder.resolve("remote/me/README.txt")).exists();
        }
    }

    @Test
    void aFolderThatAnotherProgramSyncsIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("box/.stfolder"));
        try (var app = open("laptop")) {
            assertThatThrownBy(() -> app.syncing()
                            .useFolder(new FolderRemote(folder.resolve("box/tidemark"), FolderRemote.DEFAULT_USER)))
                    .isInstanceOf(Denied.class);
            assertThat(app.remotes().current()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoLibraryIsLeftAlone() throws IOException {
        var file = folder.resolve("laptop/database.sqlite");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "this is no database, only text that someone wrote here and wants to keep\n".repeat(10));
        var before = Files.readAllBytes(file);
        assertThatThrownBy(() -> open("laptop")).isInstanceOf(DatabaseException.Damaged.class);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void theStatusIsHeardByWhoListens() {
        try (var app = open("laptop")) {
            var upToDate = new CountDownLatch(1);
            app.syncing().onStatus(status -> {
                if (isUpToDate(status)) {
                    upToDate.countDown();
                }
            });
            app.syncing().useFolder(remote());
            TestApp.await(upToDate);
        }
    }

    private static boolean isUpToDate(SyncStatus status) {
        return status.state() instanceof SyncState.UpToDate;
    }

    @Test
    void eachSystemHasItsOwnPlaceForLibraries() {
        var home = Path.of("/home/ada");
        assertThat(LibraryFolder.standard(Map.of(), "Linux", home).path())
                .isEqualTo(Path.of("/home/ada/.local/share/tidemark"));
        assertThat(LibraryFolder.standard(Map.of("XDG_DATA_HOME", "/data"), "Linux", home)
                        .path())
                .isEqualTo(Path.of("/data/tidemark"));
        assertThat(LibraryFolder.standard(Map.of(), "Mac OS X", home).path())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Tidemark"));
        assertThat(LibraryFolder.standard(Map.of("APPDATA", "/roaming"), "Windows 11", home)
                        .path())
                .isEqualTo(Path.of("/roaming/Tidemark"));
    }
}
