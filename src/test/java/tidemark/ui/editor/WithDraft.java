package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.ui.base.LateLibrary;

/// A project of three lines that is open in an editor.
abstract class WithDraft {
    static final String LINES = "one\n\ntwo\n\nthree\n";

    final HandDelay delay = new HandDelay();
    LateLibrary late;
    Project river;
    Draft<Project, ProjectDetails> draft;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        late = new LateLibrary(folder);
        river = late.library().projects().create(ProjectDetails.titled("River").withSummary(LINES));
        draft = openOn(Runnable::run);
    }

    /// The project in an editor whose answers this window gives.
    final Draft<Project, ProjectDetails> openOn(Executor window) {
        return new Draft<>(
                river,
                new ProjectSource(late.library().projects(), late.undo(late.background(window))),
                late.background(window),
                delay);
    }

    @AfterEach
    void close() {
        late.close();
    }

    void type(String was, String now) {
        draft.edit(draft.content().get().withSummary(shown().replace(was, now)));
    }

    void typeTitle(String title) {
        draft.edit(draft.content().get().withTitle(title));
    }

    void elsewhere(String was, String now) {
        late.edit(river.id(), details -> details.withSummary(details.summary().replace(was, now)));
    }

    String shown() {
        return draft.content().get().summary();
    }

    String stored() {
        return late.stored(river.id()).summary();
    }

    int conflicts() {
        return late.library().conflicts().count();
    }

    /// The person pauses, and all that follows is done.
    void finish() {
        late.finishWork();
        for (int pauses = 0; delay.isWaiting(); pauses++) {
            assertThat(pauses).as("saves without end").isLessThan(9);
            delay.pass();
            late.finishWork();
        }
    }
}
