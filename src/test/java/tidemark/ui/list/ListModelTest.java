package tidemark.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Database;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.search.Indexer;
import tidemark.library.search.Search;
import tidemark.library.undo.UndoStack;
import tidemark.schema.LibrarySchema;
import tidemark.ui.base.Background;
import tidemark.ui.base.HandTime;
import tidemark.ui.base.Undo;

/// The list of projects while answers come late, or in another order than they were asked for.
final class ListModelTest {
    private static final ListSource ALL = new ListSource.Shelf(new ProjectQuery.Shelf.All(), "All");

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Database database;
    private Library library;
    private final HandTime time = new HandTime();
    private ListModel model;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = Database.open(
                folder.resolve("database.sqlite"),
                Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.parse("2026-03-01T09:00:00Z")));
        library = new Library(database, () -> Instant.parse("2026-03-01T09:00:00Z"), new Random(7), () -> "laptop");
        create("River", "Kitchen", "Garden");
        new Indexer(database).run();
        var background = new Background(work::add, Runnable::run, failures::add);
        var place = new ListPlace(ALL, ProjectQuery.Sort.EDITED, Optional.empty());
        model = new ListModel(
                library,
                new Search(database),
                background,
                new Undo(new UndoStack(database), background),
                place,
                time.delay(Duration.ofMillis(150)));
    }

    @AfterEach
    void close() {
        database.close();
        assertThat(failures).isEmpty();
    }

    private void create(String... titles) {
        for (var title : titles) {
            var _ = library.projects().create(ProjectDetails.titled(title));
        }
    }

    private void finishWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private List<String> shown() {
        return model.entries().stream()
                .flatMap(element -> element.item().stream())
                .map(entry -> switch (entry) {
                    case ListEntry.Listed(var project) -> project.title();
                    case ListEntry.Found(var hit) -> hit.project().title();
                    case ListEntry.Trashed(var item) -> item.title();
                    case ListEntry.InConflict(var conflict, var _, var _) ->
                        conflict.subject().title();
                })
                .toList();
    }

    @Test
    void nothingIsKnownUntilItWasRead() {
        assertThat(model.size().get()).isEqualTo(-1);
        assertThat(shown()).isEmpty();
        finishWork();
        assertThat(model.size().get()).isEqualTo(3);
        assertThat(shown()).containsExactlyInAnyOrder("River", "Kitchen", "Garden");
    }

    @Test
    void headingAndEntriesChangeTogether() {
        finishWork();
        var found = new ListSource.Found("river");
        model.source().set(found);
        assertThat(model.shown().get()).isEqualTo(ALL);
        assertThat(shown()).as("still of the list that the heading names").hasSize(3);
        finishWork();
        assertThat(model.shown().get()).isEqualTo(found);
        assertThat(shown()).containsExactly("River");
    }

    @Test
    void aListThatIsReadForLongShowsNothingAndIsNotCalledEmpty() {
        finishWork();
        model.source().set(new ListSource.Trash());
        time.pass(Duration.ofSeconds(1));
        assertThat(model.shown().get()).isEqualTo(new ListSource.Trash());
        assertThat(shown()).isEmpty();
        assertThat(model.size().get()).as("not known").isNegative();
        finishWork();
        assertThat(model.size().get()).isZero();
    }

    /// A person types faster than the search answers.
    @Test
    void anAnswerThatComesAfterTheNextQuestionIsNotShown() {
        finishWork();
        model.source().set(new ListSource.Found("river"));
        var late = work.remove();
        model.source().set(new ListSource.Found("garden"));
        finishWork();
        assertThat(shown()).containsExactly("Garden");
        late.run();
        assertThat(shown()).containsExactly("Garden");
        assertThat(model.size().get()).isOne();
    }

    @Test
    void theOrderIsTheOneChosen() {
        finishWork();
        model.sort().set(ProjectQuery.Sort.TITLE);
        finishWork();
        assertThat(shown()).containsExactly("Garden", "Kitchen", "River");
    }

    @Test
    void aChangeElsewhereIsSeenWithTheNextLook() {
        finishWork();
        model.sort().set(ProjectQuery.Sort.TITLE);
        finishWork();
        create("Attic");
        model.refresh();
        finishWork();
        assertThat(shown()).containsExactly("Attic", "Garden", "Kitchen", "River");
    }

    @Test
    void onlyThePagesLookedAtAreRead() {
        for (int i = 0; i < 250; i++) {
            create("Project " + i);
        }
        finishWork();
        model.refresh();
        finishWork();
        assertThat(model.size().get()).isEqualTo(253);
        assertThat(model.entries().get(99).item()).isPresent();
        assertThat(model.entries().get(240).item()).isEmpty();
        finishWork();
        assertThat(model.entries().get(240).item()).isPresent();
        assertThat(model.entries().get(150).item()).isEmpty();
    }

    @Test
    void whatIsOpenIsClosedWhenTheTrashIsShown() {
        finishWork();
        model.open().set(Optional.of(first()));
        model.source().set(new ListSource.Trash());
        assertThat(model.open().get()).isEmpty();
        finishWork();
        assertThat(shown()).isEmpty();
        assertThat(model.showsTrash()).isTrue();
    }

    @Test
    void whatIsTrashedIsInTheTrashAndComesBack() {
        finishWork();
        var chosen = first();
        model.trash(List.of(chosen));
        finishWork();
        model.source().set(new ListSource.Trash());
        finishWork();
        assertThat(model.size().get()).isOne();
        model.restore(List.of(chosen));
        model.source().set(ALL);
        finishWork();
        assertThat(model.size().get()).isEqualTo(3);
    }

    @Test
    void aProjectGoesToTheTrashAfterWhatIsTypedWasSaved() {
        finishWork();
        var saved = new ArrayDeque<Runnable>();
        model.trashAfter(saved::add);
        model.trash(List.of(first()));
        finishWork();
        assertThat(library.trash().list()).isEmpty();
        saved.remove().run();
        finishWork();
        assertThat(library.trash().list()).hasSize(1);
    }

    private ProjectId first() {
        return library.projects()
                .page(ProjectQuery.of(new ProjectQuery.Shelf.All()), 0, 1)
                .getFirst()
                .id();
    }

    @Test
    void aNewProjectIsMadeWhereTheListStandsAndOpened() {
        var collection = library.collections().create("House");
        model.source().set(new ListSource.Shelf(new ProjectQuery.Shelf.In(collection.id()), "House"));
        finishWork();
        assertThat(shown()).isEmpty();
        model.create();
        finishWork();
        assertThat(model.open().get()).isPresent();
        model.refresh();
        finishWork();
        assertThat(model.entries().getFirst().item().orElseThrow().projectId())
                .isEqualTo(model.open().get());
    }
}
