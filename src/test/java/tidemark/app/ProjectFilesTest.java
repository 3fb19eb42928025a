package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.remotes.FolderRemote;
import tidemark.files.ContentState;
import tidemark.files.FetchPolicy;
import tidemark.files.FilesException;
import tidemark.files.TransferSettings;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// Files of projects while both devices sync in the background, as with the window open.
final class ProjectFilesTest {
    @TempDir
    Path folder;

    private App laptop;
    private App desk;
    private ProjectId project;

    @BeforeEach
    void start() {
        laptop = TestApp.open(folder, "laptop");
        desk = TestApp.open(folder, "desk");
        project = laptop.library()
                .projects()
                .create(ProjectDetails.titled("River"))
                .id();
        for (var app : new App[] {laptop, desk}) {
            app.syncing().useFolder(new FolderRemote(folder.resolve("remote"), "me"));
        }
    }

    @AfterEach
    void close() {
        laptop.close();
        desk.close();
    }

    private ProjectFile added(String text) throws IOException {
        return laptop.files().add(project, Files.writeString(folder.resolve("map.txt"), text));
    }

    /// The file on the other device, as soon as its row is there.
    private ProjectFile arrived(ProjectFile file) {
        var isThere = new CountDownLatch(1);
        desk.syncing().onStatus(_ -> {
            if (desk.library().files().find(file.id()).isPresent()) {
                isThere.countDown();
            }
        });
        TestApp.await(isThere);
        return desk.library().files().find(file.id()).orElseThrow();
    }

    private static TransferSettings settings(long largest, boolean isPaused) {
        return new TransferSettings(
                new FetchPolicy(largest), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), isPaused);
    }

    @Test
    void aFileThatIsOnlyOnTheRemoteIsFetchedWhenItIsOpened() throws IOException {
        desk.files().settings(settings(0, false));
        var file = arrived(added("the map"));
        assertThat(desk.files().states(List.of(file))).containsValue(ContentState.REMOTE);
        var opened = desk.files().open(file);
        assertThat(opened).hasFileName("map.txt").hasContent("the map");
        assertThat(desk.files().states(List.of(file))).containsValue(ContentState.HERE);
    }

    @Test
    void aFileThatIsNotHereIsNotWaitedForWhileTransfersArePaused() throws IOException {
        desk.files().settings(settings(0, true));
        var file = arrived(added("the map"));
        assertThatThrownBy(() -> desk.files().open(file))
                .isInstanceOf(FilesException.class)
                .hasMessageContaining("only on the remote, and was not fetched: the transfer of files is paused.");
        desk.files().settings(settings(0, false));
        assertThat(desk.files().open(file)).hasContent("the map");
    }

    @Test
    void aFileThatIsReplacedHasItsNewContentOnTheOtherDevice() throws IOException {
        var file = added("one");
        var there = arrived(file);
        assertThat(desk.files().open(there)).hasContent("one");
        var _ = laptop.files().replace(file, Files.writeString(folder.resolve("other"), "two"));
        var isNew = new CountDownLatch(1);
        desk.syncing().onStatus(_ -> {
            if (!desk.library().files().find(file.id()).orElseThrow().details().equals(there.details())) {
                isNew.countDown();
            }
        });
        TestApp.await(isNew);
        assertThat(desk.files().open(desk.library().files().find(file.id()).orElseThrow()))
                .hasContent("two");
    }
}
