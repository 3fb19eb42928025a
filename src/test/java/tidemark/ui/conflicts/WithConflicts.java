package tidemark.ui.conflicts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.LateLibrary;
import tidemark.ui.base.Undo;

/// A library in which titles were typed twice, and what the window knows of it.
abstract class WithConflicts {
    LateLibrary late;
    ConflictsModel model;
    Undo undo;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() {
        late = new LateLibrary(folder);
        model = on(Runnable::run);
    }

    /// A model whose answers this window gives.
    final ConflictsModel on(Executor window) {
        var clock = Clock.fixed(LateLibrary.NOW, ZoneOffset.UTC);
        var background = late.background(window);
        undo = late.undo(background);
        return new ConflictsModel(late.library(), background, undo, () -> "laptop", clock);
    }

    @AfterEach
    void close() {
        late.close();
    }

    /// A project whose title was typed here and, meanwhile, elsewhere.
    ProjectId disputed(String title) {
        var was = late.library().projects().create(ProjectDetails.titled(title));
        var _ = late.library().projects().save(was, was.details().withTitle(title + " there"));
        var _ = late.library().projects().save(was, was.details().withTitle(title + " here"));
        return was.id();
    }

    void disputed(String one, String two, String three) {
        disputed(one);
        disputed(two);
        disputed(three);
        refresh();
    }

    void refresh() {
        model.refresh();
        late.finishWork();
    }

    List<Conflict> known() {
        return model.content().get().open();
    }

    Conflict shown() {
        return model.current().get().orElseThrow();
    }

    void open(int place) {
        model.open(known().get(place));
        late.finishWork();
    }

    void choose(Choice choice) {
        model.choose(choice);
        late.finishWork();
    }

    String title(ProjectId id) {
        return late.stored(id).title();
    }

    void resolveElsewhere(Conflict conflict) {
        var _ = late.library().conflicts().resolve(conflict, new Choice.Mine());
    }
}
