package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tidemark.library.records.Colour;
import tidemark.library.records.Ids;
import tidemark.library.records.Label;
import tidemark.library.records.LibraryException;

/// Labels of a library.
final class LabelsTest extends LibraryTest {
    @Test
    void spellingsOfOneNameAreOneLabel() {
        var urgent = library.labels().named("Urgent  Things");

        assertThat(library.labels().named(" urgent\u00a0things ")).isEqualTo(urgent);
        assertThat(library.labels().find("ＵＲＧＥＮＴ things")).contains(urgent);
        assertThat(library.labels().named("STRASSE").id())
                .isEqualTo(library.labels().named("straße").id());
        assertThat(library.labels().all()).hasSize(2);
    }

    @Test
    void theIdOfALabelIsTheSameOnEveryDevice() {
        assertThat(Ids.label("urgent").text()).isEqualTo("8a712f41-14d2-868d-8402-bf8990614fd9");
    }

    @Test
    void renamingMovesTheProjectsInOneTransaction() {
        var one = project("One").id();
        var two = project("Two").id();
        var old = library.labels().add(one, "rivr");
        library.labels().add(two, "rivr");
        library.labels().recolour(old, Colour.TEAL);
        var commits = new AtomicInteger();
        test.database().onCommit(_ -> commits.incrementAndGet());

        var renamed = library.labels().rename(old, "River");

        assertThat(commits).hasValue(1);
        assertThat(renamed.name()).isEqualTo("River");
        assertThat(renamed.colour()).isEqualTo(Colour.TEAL);
        assertThat(library.labels().all()).containsExactly(renamed);
        assertThat(library.labels().of(one)).containsExactly(renamed);
        assertThat(library.labels().of(two)).containsExactly(renamed);
    }

    @Test
    void aProjectInTheTrashComesBackWithTheLabelsNewName() {
        var made = project("One").id();
        var old = library.labels().add(made, "stream");
        library.trash().put(List.of(made));

        var renamed = library.labels().rename(old, "River");
        library.trash().restore(List.of(made));

        assertThat(library.labels().of(made)).containsExactly(renamed);
        assertThat(test.number("SELECT count(*) FROM project_label")).isOne();
    }

    @Test
    void renamingToALabelThatIsThereUnitesTheTwo() {
        var project = project("One").id();
        var old = library.labels().add(project, "stream");
        var river = library.labels().add(project, "river");

        library.labels().rename(old, "River");

        assertThat(library.labels().of(project)).containsExactly(river);
    }

    @Test
    void anotherSpellingStaysTheSameLabel() {
        var label = library.labels().named("river");

        assertThat(library.labels().rename(label, "River").id()).isEqualTo(label.id());
        assertThat(library.labels().all()).extracting(Label::name).containsExactly("River");
    }

    @Test
    void aLabelIsAddedOnceAndRemoved() {
        var project = project("One").id();
        var label = library.labels().add(project, "river");
        library.labels().add(project, "RIVER");
        assertThat(test.number("SELECT count(*) FROM project_label")).isOne();

        library.labels().remove(project, label.id());

        assertThat(library.labels().of(project)).isEmpty();
        assertThat(library.labels().find(label.id())).contains(label);
    }

    @Test
    void aDeletedLabelLeavesTheProjects() {
        var project = project("One").id();
        var label = library.labels().add(project, "river");

        library.labels().delete(label.id());

        assertThat(library.labels().all()).isEmpty();
        assertThat(library.projects().find(project)).isPresent();
    }

    @Test
    void aLabelNeedsAName() {
        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.labels().named(" \t "));
    }
}
