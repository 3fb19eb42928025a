package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tidemark.app.remotes.FolderRemote;
import tidemark.files.FileFinder;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.sync.state.Progress;

/// A process that adds a file on one device, fetches it on another, and writes it out there.
final class LargeFile {
    private LargeFile() {}

    /// The folder of both devices and of the remote, and the file.
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var file = Path.of(arguments[1]);
        var project = sent(folder, file);
        try (var desk = open(folder, "desk")) {
            desk.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            var fetched = desk.library().files().of(project).getFirst();
            desk.files().save(fetched, folder.resolve("written"));
        }
        assertThat(Files.mismatch(file, folder.resolve("written"))).isEqualTo(-1);
    }

    private static ProjectId sent(Path folder, Path file) {
        try (var laptop = open(folder, "laptop")) {
            var project = laptop.library()
                    .projects()
                    .create(ProjectDetails.titled("River"))
                    .id();
            assertThat(laptop.files()
                            .add(project, FileFinder.find(List.of(file)), _ -> true)
                            .refused())
                    .isEmpty();
            laptop.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            return project;
        }
    }

    private static App open(Path folder, String name) {
        var app = TestApp.open(folder, name);
        app.remotes().choose(new FolderRemote(folder.resolve("remote"), "me"));
        return app;
    }
}
