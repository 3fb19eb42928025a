package tidemark.ui.editor;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.HandTime;
import tidemark.ui.base.LateLibrary;

/// An editor on a library of two projects, with nothing open.
abstract class WithEditor {
    /// More than a field holds.
    static final String TOO_LONG = "x".repeat((1 << 20) + 1);

    final HandTime time = new HandTime();
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
        model = new EditorModel(
                late.library(), late.background(), late.undo(late.background()), InstantSource.system(), time::delay);
    }

    @AfterEach
    void close() {
        late.close();
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

    /// Does what was asked for last before what waits longer, as one of several threads may.
    void finishNewestFirst() {
        while (!late.work().isEmpty()) {
            var newest = List.copyOf(late.work()).getLast();
            late.work().remove(newest);
            newest.run();
        }
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

    void typeSummary(String summary) {
        project().edit(project().content().get().withSummary(summary));
    }

    String stored(ProjectId id) {
        return late.stored(id).title();
    }
}
