package tidemark.library.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.Library;
import tidemark.library.SyncedRows;
import tidemark.library.TestLibrary;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.undo.UndoStack.Choice;

/// The undo of creations: what was never sent is gone as if it had never been; what was sent goes to the
/// trash; and a label is taken away again, for which there is no trash.
final class CreationUndoTest {
    @TempDir
    Path folder;

    private TestLibrary files;
    private Library library;
    private UndoStack undo;

    @BeforeEach
    void open() {
        files = new TestLibrary(folder);
        library = files.library();
        undo = library.undo();
    }

    @AfterEach
    void close() {
        files.close();
    }

    private <T> T step(Supplier<T> work) {
        return undo.step("Step", work);
    }

    private void takeBack() {
        assertThat(undo.undo(Choice.ASK)).isInstanceOf(UndoResult.Done.class);
    }

    private void makeAgain() {
        assertThat(undo.redo(Choice.ASK)).isInstanceOf(UndoResult.Done.class);
    }

    /// All that is pending is sent, and known to have arrived.
    private void send() {
        files.database().change(sql -> sql.update("DELETE FROM pending"));
    }

    private ProjectId sentProject() {
        var project = library.projects().create(ProjectDetails.titled("River")).id();
        send();
        return project;
    }

    @Test
    void aLabelThatWasSentIsTakenOffAgainAndGoesWhereNothingElseHasIt() {
        var project = sentProject();
        var before = SyncedRows.of(library);
        step(() -> library.labels().add(project, "urgent"));
        var labelled = SyncedRows.of(library);
        send();
        takeBack();
        assertThat(library.labels().of(project)).isEmpty();
        assertThat(SyncedRows.of(library)).isEqualTo(before);
        send();
        makeAgain();
        assertThat(SyncedRows.of(library)).isEqualTo(labelled);
    }

    @Test
    void aLabelThatAnotherProjectHasByNowStaysThere() {
        var project = sentProject();
        var other = sentProject();
        step(() -> library.labels().add(project, "urgent"));
        library.labels().add(other, "urgent");
        send();
        takeBack();
        assertThat(library.labels().of(project)).isEmpty();
        assertThat(library.labels().of(other)).hasSize(1);
    }

    @Test
    void aLabelThatWasRenamedAndSentHasItsOldNameAgain() {
        var project = sentProject();
        var label = library.labels().add(project, "urgent");
        var before = SyncedRows.of(library);
        step(() -> library.labels().rename(label, "later"));
        send();
        takeBack();
        assertThat(SyncedRows.of(library)).isEqualTo(before);
    }

    @Test
    void whatWasNeverSentIsGone() {
        var project = sentProject();
        var before = SyncedRows.of(library);
        step(() -> library.notes().create(project, new NoteText("Note", "")));
        takeBack();
        assertThat(SyncedRows.of(library)).isEqualTo(before);
        assertThat(library.trash().list()).isEmpty();
    }

    @Test
    void whatWasSentGoesToTheTrashAndComesBack() {
        var project = sentProject();
        var note = step(() -> library.notes().create(project, new NoteText("Note", "")));
        var made = SyncedRows.of(library);
        send();
        takeBack();
        assertThat(library.trash().list()).extracting(item -> item.id()).isEqualTo(List.of(note.id()));
        makeAgain();
        assertThat(SyncedRows.of(library)).isEqualTo(made);
    }

    @Test
    void whatHoldsSomethingByNowGoesToTheTrash() {
        var project = step(() -> library.projects().create(ProjectDetails.titled("Creek")));
        library.notes().create(project.id(), new NoteText("Note", ""));
        takeBack();
        assertThat(library.projects().find(project.id()).orElseThrow().trashedAt())
                .isPresent();
    }

    @Test
    void whatWasChangedSinceGoesToTheTrashWithTheChange() {
        var project = step(() -> library.projects().create(ProjectDetails.EMPTY));
        var _ = library.projects().save(project, ProjectDetails.titled("Creek"));
        takeBack();
        var kept = library.projects().find(project.id()).orElseThrow();
        assertThat(kept.trashedAt()).isPresent();
        assertThat(kept.details().title()).isEqualTo("Creek");
    }
}
