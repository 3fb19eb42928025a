package tidemark.library.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.Library;
import tidemark.library.SyncedRows;
import tidemark.library.TestLibrary;
import tidemark.library.records.Colour;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;
import tidemark.library.undo.UndoStack.Choice;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The law of undo: an edit and its undo leave all synced rows, and what waits to be sent, as they were;
/// doing it again leaves them as the edit did. What arrives meanwhile and touches other rows stays.
final class UndoLawTest {
    private static final int STEPS = Integer.getInteger("steps", 100);

    @TempDir
    Path folder;

    private TestLibrary files;
    private Library library;
    private UndoStack undo;
    private final Random random = new Random(11);
    private int arrivals;

    private record State(SortedMap<RecordId, Row> rows, List<String> pending) {
        State without(String idPrefix) {
            var kept = new TreeMap<>(rows);
            kept.keySet().removeIf(record -> record.id().startsWith(idPrefix));
            return new State(kept, pending);
        }
    }

    @BeforeEach
    void open() {
        files = new TestLibrary(folder);
        library = files.library();
        undo = new UndoStack(files.database());
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void anEditAndItsUndoAreNothingAndItsRepetitionIsTheEdit() {
        for (int i = 0; i < STEPS; i++) {
            var before = state();
            undo.step("Edit " + i, () -> {
                edit();
                return true;
            });
            var after = state();
            if (after.rows().equals(before.rows())) {
                continue;
            }
            if (random.nextInt(3) == 0) {
                arrive();
            }
            assertThat(undo.undo(Choice.ASK)).isInstanceOf(UndoResult.Done.class);
            assertThat(state().without("remote")).as("step %d undone", i).isEqualTo(before.without("remote"));
            if (random.nextBoolean()) {
                assertThat(undo.redo(Choice.ASK)).isInstanceOf(UndoResult.Done.class);
                assertThat(state().without("remote").rows())
                        .isEqualTo(after.without("remote").rows());
            }
            if (random.nextInt(10) == 0) {
                send();
            }
        }
        assertThat(library.projects()
                        .count(tidemark.library.ProjectQuery.of(new tidemark.library.ProjectQuery.Shelf.All())))
                .as("the edits made something")
                .isPositive();
        assertThat(arrivals).isPositive();
    }

    @Test
    void allStepsUndoneLeaveTheLibraryAsItWas() {
        library.projects().create(ProjectDetails.titled("First"));
        var before = state();
        int steps = 0;
        while (steps < 25) {
            var rows = state().rows();
            undo.step("Edit", () -> {
                edit();
                return true;
            });
            if (!state().rows().equals(rows)) {
                steps++;
            }
        }
        var after = state();
        while (undo.undoable().isPresent()) {
            assertThat(undo.undo(Choice.ASK)).isInstanceOf(UndoResult.Done.class);
        }
        assertThat(state()).isEqualTo(before);
        while (undo.redoable().isPresent()) {
            assertThat(undo.redo(Choice.ASK)).isInstanceOf(UndoResult.Done.class);
        }
        assertThat(state().rows().keySet()).isEqualTo(after.rows().keySet());
    }

    private void edit() {
        var projects = projects();
        if (projects.isEmpty()) {
            library.projects().create(ProjectDetails.titled("Project " + random.nextInt(1000)));
            return;
        }
        var project = library.projects()
                .find(projects.get(random.nextInt(projects.size())))
                .orElseThrow();
        var details = project.details();
        switch (random.nextInt(16)) {
            case 0 -> library.projects().create(ProjectDetails.titled("Project " + random.nextInt(1000)));
            case 1 -> library.projects().save(project, details.withTitle("Title " + random.nextInt(5)));
            case 2 ->
                library.projects().save(project, details.withSummary("One\nTwo " + random.nextInt(9) + "\nThree"));
            case 3 -> library.projects().save(project, details.withStar().withStatus(Status.DONE));
            case 4 ->
                library.projects()
                        .save(project, details.withDue(Optional.of(LocalDate.of(2026, 5, 1 + random.nextInt(20)))));
            case 5 -> library.trash().put(projects.subList(0, 1 + random.nextInt(projects.size())));
            case 6 -> library.trash().restore(projects);
            case 7 -> library.labels().add(project.id(), "label " + random.nextInt(4));
            case 8 -> labels(label -> library.labels().remove(project.id(), label.id()));
            case 9 -> labels(label -> library.labels().rename(label, "label " + random.nextInt(6)));
            case 10 -> labels(label -> library.labels().delete(label.id()));
            case 11 ->
                labels(label ->
                        library.labels().recolour(label, Colour.CHOICES.get(random.nextInt(Colour.CHOICES.size()))));
            case 12 -> library.collections().create("Collection " + random.nextInt(3));
            case 13 ->
                library.collections().all().stream().findAny().ifPresent(collection -> {
                    library.projects().move(project, Optional.of(collection.id()));
                    library.collections().create("Inner", collection.id());
                });
            case 14 ->
                library.collections()
                        .all()
                        .forEach(collection -> library.trash().put(List.<LibraryId>of(collection.id())));
            default ->
                library.notes()
                        .create(
                                project.id(),
                                new tidemark.library.records.NoteText("Note", "Text " + random.nextInt(9)));
        }
    }

    private void labels(java.util.function.Consumer<tidemark.library.records.Label> use) {
        var labels = library.labels().all();
        if (!labels.isEmpty()) {
            use.accept(labels.get(random.nextInt(labels.size())));
        }
    }

    private List<ProjectId> projects() {
        return files.database()
                .read(sql -> sql.list(
                        "SELECT id FROM project WHERE id NOT LIKE 'remote%' ORDER BY id",
                        row -> new ProjectId(row.getString(1))));
    }

    /// A row arrives as a pull writes it: without being captured.
    private void arrive() {
        files.fromRemote(sql ->
                sql.update("INSERT INTO project (id, title) VALUES (?, 'From elsewhere')", "remote" + arrivals++));
    }

    /// All that is pending is sent.
    private void send() {
        files.database().change(sql -> sql.update("DELETE FROM pending"));
    }

    private State state() {
        return files.database().read(sql -> new State(SyncedRows.of(sql), SyncedRows.pending(sql)));
    }
}
