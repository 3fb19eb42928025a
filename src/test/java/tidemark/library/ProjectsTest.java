package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.ProjectQuery.Shelf;

final class ProjectsTest {
    @TempDir
    private Path folder;

    private TestLibrary test;
    private Library library;

    @BeforeEach
    void open() {
        test = new TestLibrary(folder);
        library = test.library();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aNewProjectIsFoundAndListed() {
        var made = library.projects()
                .create(ProjectDetails.titled("Field survey").withSummary("# Aim\n\nWater *samples*"));

        assertThat(library.projects().find(made.id())).contains(made);
        var page = library.projects().page(ProjectQuery.of(new Shelf.All()), 0, 10);
        assertThat(page).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Field survey");
            assertThat(line.preview()).isEqualTo("Aim Water samples");
            assertThat(line.hasPendingChanges()).isTrue();
            assertThat(line.edited()).isEqualTo(TestLibrary.START);
        });
    }

    @Test
    void aNewProjectWritesNoFieldThatNobodySet() {
        var made = library.projects().create(ProjectDetails.titled("Bare"));

        assertThat(test.number(
                        "SELECT summary IS NULL AND status IS NULL AND starred IS NULL AND due IS NULL FROM project WHERE id = ?",
                        made.id().text()))
                .isOne();
    }

    @Test
    void twoSavesFromOneBaseBothStandWhereTheyTouchDifferentFields() {
        var base = library.projects().create(ProjectDetails.titled("Old")).details();
        var id = library.projects()
                .page(ProjectQuery.of(new Shelf.All()), 0, 1)
                .getFirst()
                .id();

        library.projects().save(id, Edited.of(base, was -> was.withTitle("New")));
        var saved = library.projects().save(id, Edited.of(base, was -> was.withStatus(Status.ACTIVE)));

        assertThat(saved.conflicts()).isEmpty();
        assertThat(saved.now().details()).isEqualTo(base.withTitle("New").withStatus(Status.ACTIVE));
    }

    @Test
    void twoTitlesFromOneBaseAreBothKept() {
        var made = library.projects().create(ProjectDetails.titled("Old"));

        library.projects().save(made.id(), Edited.of(made.details(), was -> was.withTitle("First")));
        var saved = library.projects().save(made.id(), Edited.of(made.details(), was -> was.withTitle("Second")));

        assertThat(saved.now().details().title()).isEqualTo("Second");
        assertThat(saved.conflicts()).containsExactly("title");
        assertThat(library.conflicts().open()).singleElement().satisfies(conflict -> {
            assertThat(conflict.base().text("title")).contains("Old");
            assertThat(conflict.mine().value().text("title")).contains("Second");
            assertThat(conflict.theirs().value().text("title")).contains("First");
        });
    }

    @Test
    void aSaveOfAProjectThatWasPurgedBringsItBack() {
        var made = library.projects().create(ProjectDetails.titled("Kept"));
        test.database().change(sql -> sql.update("DELETE FROM project"));

        var saved = library.projects().save(made.id(), Edited.of(made.details(), was -> was.withSummary("typed")));

        assertThat(saved.now().details()).isEqualTo(made.details().withSummary("typed"));
    }

    @Test
    void aProjectMovesIntoACollectionAndOut() {
        var work = library.collections().create("Work");
        var made = library.projects().create(ProjectDetails.titled("Moves"));

        var inside = library.projects().move(made, Optional.of(work.id())).now();
        assertThat(inside.collection()).contains(work.id());
        assertThat(library.projects().count(ProjectQuery.of(new Shelf.In(work.id()))))
                .isOne();

        var outside = library.projects().move(inside, Optional.empty()).now();
        assertThat(outside.collection()).isEmpty();
    }
}
