package tidemark.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;

/// The news of steps: each that changed something is told, with an undo beside it.
final class UndoNewsTest {
    @TempDir
    Path folder;

    private final List<String> news = new ArrayList<>();
    private LateLibrary late;
    private Library library;
    private Undo undo;
    private ProjectId river;

    @BeforeEach
    void open() {
        late = new LateLibrary(folder);
        library = late.library();
        undo = late.undo(late.background());
        undo.onNews(news::add);
        river = library.projects().create(ProjectDetails.titled("River")).id();
    }

    @AfterEach
    void close() {
        late.close();
    }

    private void move(String words, Runnable move) {
        undo.told(words, move);
        late.finishWork();
    }

    @Test
    void anEditThatChangesNothingIsNotToldBesideTheUndoOfTheStepBefore() {
        var work = library.collections().create("Work").id();
        Runnable move = () -> library.projects().move(List.of(river), Optional.of(work));
        move("Moved once", move);
        move("Moved again", move);
        assertThat(news).containsExactly("Moved once");
        assertThat(undo.undoable().get()).contains("Moved once");
    }
}
