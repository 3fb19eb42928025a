package tidemark.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.ContentIntake;
import tidemark.app.ContentOutlet;
import tidemark.library.markdown.MarkdownExport;
import tidemark.library.markdown.MarkdownImport;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.base.LateLibrary;
import tidemark.ui.base.Undo;
import tidemark.ui.importing.ImportModel.Stage;

/// The import of the window: one step, told and stopped.
final class ImportModelTest {
    @TempDir
    Path folder;

    private final List<String> news = new ArrayList<>();
    private LateLibrary late;
    private Undo undo;
    private ImportModel model;
    private Path vault;

    @BeforeEach
    void open() throws IOException {
        late = new LateLibrary(Files.createDirectory(folder.resolve("library")));
        undo = late.undo(late.background());
        undo.onNews(news::add);
        model = new ImportModel(
                new MarkdownImport(late.library(), new ContentIntake(late.contents())), late.background(), undo);
        vault = Files.createDirectory(folder.resolve("Vault"));
    }

    @AfterEach
    void close() {
        late.close();
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(vault.resolve(name).getParent());
        Files.writeString(vault.resolve(name), text);
    }

    private void run() {
        model.start(vault);
        late.finishWork();
    }

    @Test
    void isOneStepThatIsTakenBackWithAllRowsAndMadeAgain() throws IOException {
        file("a.md", "---\ntags: [water]\n---\n# River");
        file("inner/b.md", "# Creek #home");
        var before = late.rows();
        run();
        var after = late.rows();
        assertThat(after).hasSizeGreaterThan(before.size());
        assertThat(news).containsExactly("Imported “Vault”");
        undo.undo();
        late.finishWork();
        assertThat(late.rows()).isEqualTo(before);
        undo.redo();
        late.finishWork();
        assertThat(late.rows()).isEqualTo(after);
    }

    @Test
    void saysWhatItBroughtAndWhatItLeftOut() throws IOException {
        file("a.md", "# River");
        file("picture.png", "");
        run();
        assertThat(words())
                .isEqualTo("1 project and no notes were imported, with 1 new collection.\n"
                        + "1 file or folder was left out.");
        run();
        assertThat(words())
                .isEqualTo("No projects and no notes were imported, with no new collections.\n"
                        + "1 file was here already.\n1 file or folder was left out.");
        assertThat(news).as("an import that brought nothing is no step").hasSize(1);
    }

    private String words() {
        assertThat(model.isRunning()).isFalse();
        return model.stage().get() instanceof Stage.Ended(var _, var report) ? ImportWords.of(report) : "";
    }

    @Test
    void keepsWhatWasReadWithItsNotesWhenItIsStopped() throws IOException {
        var other = new LateLibrary(Files.createDirectory(folder.resolve("other")));
        for (var title : List.of("Creek", "River")) {
            var project = other.library().projects().create(ProjectDetails.titled(title));
            other.library().notes().create(project.id(), new NoteText("One", "1"));
            other.library().notes().create(project.id(), new NoteText("Two", "2"));
        }
        new MarkdownExport(other.library(), new ContentOutlet(other.contents())).run(vault, (_, _) -> {});
        other.close();
        var stopping = model.stage().subscribe(stage -> {
            if (stage instanceof Stage.Reading) {
                model.stop();
            }
        });
        run();
        assertThat(words())
                .isEqualTo("1 project and 2 notes were imported, with no new collections.\n"
                        + "Stopped: 3 files were not read. Import the folder again to go on.");
        stopping.unsubscribe();
        run();
        assertThat(words()).startsWith("1 project and 2 notes were imported");
    }

    @Test
    void tellsWhyItFailed() {
        vault = folder.resolve("gone");
        run();
        assertThat(model.stage().get())
                .isInstanceOfSatisfying(
                        Stage.Failed.class, failed -> assertThat(failed.words()).contains("gone"));
        assertThat(model.isRunning()).isFalse();
        assertThat(news).isEmpty();
    }
}
