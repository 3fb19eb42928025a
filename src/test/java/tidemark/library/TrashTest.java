package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.records.FileDetails;
import tidemark.library.records.LibraryException;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.TrashItem;

/// The trash: what goes there, comes back and is purged.
final class TrashTest extends LibraryTest {
    @Test
    void whatIsDeletedLiesInTheTrashUntilItIsRestored() {
        var project = project("River");
        var note = library.notes().create(project.id(), new NoteText("Wade", ""));
        library.trash().put(List.of(note.id()));
        test.pass(Duration.ofMinutes(1));
        library.trash().put(List.of(project.id()));

        assertThat(library.trash().list()).extracting(TrashItem::title).containsExactly("River", "Wade");
        assertThat(library.trash().list().getLast().context()).isEqualTo("River");

        library.trash().restore(List.of(project.id(), note.id()));
        assertThat(library.trash().list()).isEmpty();
        assertThat(library.notes().of(project.id())).hasSize(1);
    }

    @Test
    void puttingSomethingThereTwiceKeepsTheFirstTime() {
        var project = project("River");
        library.trash().put(List.of(project.id()));
        var first = library.trash().list();
        test.pass(Duration.ofDays(1));

        library.trash().put(List.of(project.id()));

        assertThat(library.trash().list()).isEqualTo(first);
    }

    @Test
    void emptyingTakesAProjectWithAllThatIsInItAndItsConflicts() {
        var project = project("River");
        library.notes().create(project.id(), new NoteText("n", ""));
        library.files().add(project.id(), new FileDetails("f", "text/plain", 1, "00"));
        library.labels().add(project.id(), "river");
        library.projects().save(project, project.details().withTitle("A"));
        library.projects().save(project, project.details().withTitle("B"));
        var stays = project("Stays");
        library.trash().put(List.of(project.id()));

        assertThat(library.trash().empty()).isEqualTo(4);

        assertThat(test.number("SELECT count(*) FROM project")).isOne();
        assertThat(library.projects().find(stays.id())).isPresent();
        assertThat(test.number("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM file)"
                        + " + (SELECT count(*) FROM project_label) + (SELECT count(*) FROM conflict)"))
                .isZero();
        assertThat(library.labels().all()).hasSize(1);
    }

    @Test
    void emptyingTakesNestedCollectionsAndLeavesTheirProjects() {
        var outer = library.collections().create("Outer");
        var inner = library.collections().create("Inner", outer.id());
        library.collections().create("Innermost", inner.id());
        var project = library.projects().create(ProjectDetails.titled("Stays"), inner.id());
        library.trash().put(List.of(outer.id()));

        assertThat(library.trash().empty()).isEqualTo(3);

        assertThat(library.projects().find(project.id()).orElseThrow().collection())
                .isEmpty();
        assertThat(test.number("SELECT count(*) FROM collection")).isZero();
    }

    @Test
    void theTrashIsNotEmptiedWhileANewerProgramsDataIsHeld() {
        library.trash().put(List.of(project("River").id()));
        test.database()
                .change(sql -> sql.update("INSERT INTO parked VALUES ('future', '1', '{}'%s)".formatted(aside(test))));

        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.trash().empty());
        assertThat(library.trash().list()).hasSize(1);
    }

    @Test
    void everyRowThatIsRemovedIsCapturedByItsName() {
        var project = project("River");
        library.notes().create(project.id(), new NoteText("n", ""));
        test.database().change(sql -> sql.update("DELETE FROM pending"));
        library.trash().put(List.of(project.id()));

        library.trash().empty();

        assertThat(pending("project")).isOne();
        assertThat(pending("note")).isOne();
    }

    @Test
    void theTrashedCollectionOfAMovedProjectIsNoObstacle() {
        var work = library.collections().create("Work");
        var project = library.projects().create(ProjectDetails.titled("Moves"), work.id());
        library.trash().put(List.of(work.id()));

        assertThat(library.projects().move(project, Optional.empty()).conflicts())
                .isEmpty();
    }

    private static String aside(TestLibrary test) {
        return test.number("SELECT count(*) FROM pragma_table_info('parked')") > 3 ? ", 0" : "";
    }

    @Test
    void oneThingIsRemovedWithAllThatIsInItAndTheRestStays() {
        var river = project("River");
        library.notes().create(river.id(), new NoteText("n", ""));
        var hill = project("Hill");
        var note = library.notes().create(hill.id(), new NoteText("kept", ""));
        var work = library.collections().create("Work");
        var inner = library.collections().create("Inner", work.id());
        var inside = library.projects().create(ProjectDetails.titled("Inside"), inner.id());
        var open = project("Open");
        library.trash().put(List.of(river.id(), hill.id(), note.id(), work.id()));

        library.trash().remove(List.of(river.id(), work.id(), open.id()));

        assertThat(library.trash().list()).extracting(TrashItem::title).containsExactlyInAnyOrder("Hill", "kept");
        assertThat(test.number("SELECT count(*) FROM note")).isOne();
        assertThat(test.number("SELECT count(*) FROM collection")).isZero();
        assertThat(library.projects().find(inside.id()).orElseThrow().collection())
                .isEmpty();
        assertThat(library.projects().find(open.id()))
                .as("what is not in the trash")
                .isPresent();
    }
}
