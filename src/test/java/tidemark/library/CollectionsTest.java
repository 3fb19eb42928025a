package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.records.Colour;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.ProjectDetails;

/// Collections of a library.
final class CollectionsTest extends LibraryTest {
    @Test
    void collectionsNestAndKeepTheirOrder() {
        var work = library.collections().create("Work");
        library.collections().create("Home");
        var rivers = library.collections().create("Rivers", work.id());

        library.collections().move(work, Optional.empty(), new InsertAt.Last<>());

        assertThat(names()).containsExactly("Home", "Work", "Rivers");
        assertThat(library.collections().find(rivers.id())).contains(rivers);
    }

    @Test
    void aMoveThatWouldCloseACycleIsRefused() {
        var outer = library.collections().create("Outer");
        var middle = library.collections().create("Middle", outer.id());
        var inner = library.collections().create("Inner", middle.id());

        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.collections().move(outer, Optional.of(inner.id())));
        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.collections().move(outer, Optional.of(outer.id())));
        assertThat(names()).containsExactly("Outer", "Middle", "Inner");
    }

    @Test
    void renamingWritesNoColourThatNobodyChose() {
        var made = library.collections().create("Work");

        var saved =
                library.collections().save(made, made.details().withName("Job")).now();

        assertThat(saved.details().name()).isEqualTo("Job");
        assertThat(test.number("SELECT colour IS NULL FROM collection")).isOne();
        var grey = library.collections().save(saved, saved.details().withColour(Colour.GREY));
        assertThat(grey.now().details().colour()).isEqualTo(Colour.GREY);
    }

    @Test
    void aTrashedCollectionHidesWhatIsInsideAndKeepsItsProjects() {
        var work = library.collections().create("Work");
        var inner = library.collections().create("Inner", work.id());
        var project = library.projects().create(ProjectDetails.titled("Stays"), inner.id());

        library.trash().put(List.of(work.id()));
        assertThat(names()).isEmpty();
        assertThat(library.projects().count(ProjectQuery.of(new ProjectQuery.Shelf.All())))
                .isOne();

        library.trash().restore(List.of(work.id()));
        assertThat(names()).containsExactly("Work", "Inner");
        assertThat(library.projects().find(project.id()).orElseThrow().collection())
                .contains(inner.id());
    }

    private List<String> names() {
        return library.collections().all().stream()
                .map(collection -> collection.details().name())
                .toList();
    }
}
