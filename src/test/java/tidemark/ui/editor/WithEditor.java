package tidemark.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.Note;
import tidemark.library.NoteText;
import tidemark.library.Project;
import tidemark.library.ProjectDetails;
import tidemark.library.ProjectId;
import tidemark.ui.base.LateLibrary;

/// An editor on a library of two projects, with nothing open.
abstract class WithEditor {
    final List<HandDelay> delays = new ArrayList<>();
    LateLibrary late;
    ProjectId river;
    ProjectId garden;
    EditorModel model;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() {
        late = new LateLibrary(folder);
        river = create("River");
        garden = create("Garden");
        model = new EditorModel(late.library(), late.background(), this::delay);
    }

    @AfterEach
    void close() {
        late.close();
    }

    private HandDelay delay() {
        var delay = new HandDelay();
        delays.add(delay);
        return delay;
    }

    ProjectId create(String title) {
        return late.library().projects().create(ProjectDetails.titled(title)).id();
    }

    Note create(ProjectId project, String title) {
        return late.library().notes().create(project, new NoteText(title, ""));
    }

    void open(ProjectId id) {
        model.open(Optional.of(id));
        late.finishWork();
    }

    void refresh() {
        model.refresh();
        late.finishWork();
    }

    Draft<Project, ProjectDetails> project() {
        return model.project().get().orElseThrow();
    }

    Draft<Note, NoteText> note() {
        return model.note().get().orElseThrow();
    }

    void typeTitle(String title) {
        project().edit(project().content().get().withTitle(title));
    }

    String stored(ProjectId id) {
        return late.stored(id).title();
    }
}
