package tidemark.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.files.ContentState;
import tidemark.files.FilesException;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Background;
import tidemark.ui.base.Undo;

/// The model of the files of a project, whose background answers at once.
final class FilesModelTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final Background background = new Background(Runnable::run, Runnable::run, failures::add);
    private App app;
    private ProjectId river;
    private Undo undo;
    private FilesModel model;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        app = TestApp.open(folder, "laptop");
        app.deviceName("Laptop");
        river = app.library().projects().create(ProjectDetails.titled("River")).id();
        undo = new Undo(app.library().undo(), background);
        undo.onNews(news::add);
        model = new FilesModel(app.files(), app.library(), background, background, undo);
        add("map.png", "one");
        add("notes.txt", "two");
        model.open(Optional.of(river));
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void add(String name, String content) throws IOException {
        app.files().add(river, file(name, content));
    }

    private List<String> names() {
        return model.lines().get().stream().map(line -> line.name().shown()).toList();
    }

    private FileLine line(String name) {
        return model.lines().get().stream()
                .filter(line -> line.name().shown().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itShowsTheFilesOfTheOpenProjectWithTheirStates() {
        assertThat(names()).containsExactly("map.png", "notes.txt");
        var map = line("map.png");
        assertThat(map.state()).isEqualTo(ContentState.WAITING);
        assertThat(map.isHere()).isTrue();
        assertThat(map.file().details().size()).isEqualTo(3);
        assertThat(map.file().addedBy()).contains("Laptop");
        assertThat(map.file().added()).isPresent();
        model.open(Optional.empty());
        assertThat(names()).isEmpty();
    }

    @Test
    void oneOfTheSameNameGetsANumber() throws IOException {
        add("map.png", "another");
        add("map.png", "a third");
        model.refresh();
        assertThat(names()).containsExactly("map.png", "notes.txt", "map (2).png", "map (3).png");
    }

    @Test
    void aRenamedFileKeepsItsContentAndIsNamedBackByAnUndo() {
        var was = line("map.png");
        model.rename(was.file(), "weir.png");
        model.refresh();
        assertThat(names()).containsExactly("weir.png", "notes.txt");
        assertThat(line("weir.png").file().details().sha256())
                .isEqualTo(was.file().details().sha256());
        assertThat(undo.undoable().get()).contains("Renamed map.png to weir.png");
        undo.undo();
        model.refresh();
        assertThat(names()).containsExactly("map.png", "notes.txt");
    }

    @Test
    void filesGoToTheTrashTogetherAndComeBackTogether() {
        model.trash(model.lines().get());
        model.refresh();
        assertThat(names()).isEmpty();
        assertThat(news).containsExactly("Moved 2 files to the trash");
        undo.undo();
        model.refresh();
        assertThat(names()).containsExactly("map.png", "notes.txt");
    }

    @Test
    void aReplacedFileHasItsNameAndAnotherContent() throws IOException {
        model.replace(line("map.png").file(), file("other.png", "longer"));
        model.refresh();
        assertThat(line("map.png").file().details().size()).isEqualTo(6);
        assertThat(news).containsExactly("Replaced map.png");
        undo.undo();
        model.refresh();
        assertThat(line("map.png").file().details().size()).isEqualTo(3);
    }

    @Test
    void aLinkInANoteMeansTheFileBesideThatNote() {
        var note = app.library()
                .notes()
                .create(river, new NoteText("Walk", "![](map.png)"))
                .id();
        app.database().write(sql -> {
            sql.update("UPDATE project SET path = 'spring/river.md' WHERE id = ?", river.text());
            sql.update("UPDATE note SET path = 'autumn/walk.md' WHERE id = ?", note.text());
            sql.update("UPDATE file SET path = 'spring/map.png' WHERE name = 'map.png'");
            return sql.update("UPDATE file SET path = 'autumn/map.png' WHERE name = 'notes.txt'");
        });
        model.refresh();
        assertThat(model.meant(river, "map.png")).contains(line("map.png"));
        assertThat(model.meant(note, "map.png")).contains(line("notes.txt"));
    }

    @Test
    void aKeptFileIsMarkedUntilItIsLetGo() {
        model.pin(List.of(line("map.png")));
        model.refresh();
        assertThat(line("map.png").isPinned()).isTrue();
        assertThat(line("notes.txt").isPinned()).isFalse();
        model.unpin(List.of(line("map.png")));
        model.refresh();
        assertThat(line("map.png").isPinned()).isFalse();
        assertThat(undo.undoable().get()).isEmpty();
    }

    @Test
    void aWholeProjectIsKeptUntilItIsLetGo() {
        model.togglePinned();
        model.refresh();
        assertThat(model.pinned().get()).isTrue();
        assertThat(app.files().pins().isPinned(river.record())).isTrue();
        model.togglePinned();
        model.refresh();
        assertThat(model.pinned().get()).isFalse();
    }

    @Test
    void fetchingWithoutARemoteSaysWhyItDoesNotHappen() {
        model.fetch(List.of(line("map.png")));
        assertThat(failures)
                .singleElement()
                .isInstanceOfSatisfying(
                        FilesException.class,
                        failure -> assertThat(failure.problem().cause()).contains("map.png", "not synced"));
    }

    @Test
    void theAnswerForAProjectThatIsNoLongerOpenIsDropped() {
        var waiting = new ArrayList<Runnable>();
        var late = new Background(waiting::add, Runnable::run, failures::add);
        var slow = new FilesModel(app.files(), app.library(), late, late, undo);
        slow.open(Optional.of(river));
        slow.open(Optional.empty());
        waiting.forEach(Runnable::run);
        assertThat(slow.lines().get()).isEmpty();
    }
}
