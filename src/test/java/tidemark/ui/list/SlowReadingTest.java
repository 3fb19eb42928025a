package tidemark.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.ui.base.HandTime;
import tidemark.ui.base.LateLibrary;

/// The list of 10,000 projects while the database answers late: it shows no rows of another list than its
/// heading names,
/// and is not called empty before that is known.
final class SlowReadingTest {
    private static final int MANY = 10_000;
    private static final ListSource ALL = new ListSource.Shelf(new Shelf.All(), "All");
    private static final ListSource STARRED = new ListSource.Shelf(new Shelf.Starred(), "Starred");
    private static final ListSource TRASH = new ListSource.Trash();
    private static final List<ListSource> SOURCES =
            List.of(ALL, STARRED, TRASH, new ListSource.Found("none"), new ListSource.InConflict());

    private final HandTime time = new HandTime();
    private LateLibrary late;
    private ListModel model;

    @TempDir
    Path folder;

    /// Every fourth has a star, every tenth is in the trash.
    @BeforeEach
    void open() {
        late = new LateLibrary(folder);
        late.change("""
                WITH RECURSIVE number (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM number WHERE i < %d)
                INSERT INTO project (id, title, starred, position, trashed_at)
                SELECT printf('p%%05d', i), 'Project ' || i, i %% 4 = 0, printf('a%%05d', i),
                  CASE WHEN i %% 10 = 0 THEN 1767225600000 END FROM number""".formatted(MANY - 1));
        var background = late.background();
        model = new ListModel(
                late.library(),
                late.search(),
                background,
                late.undo(background),
                new ListPlace(ALL, Sort.EDITED, Optional.empty()),
                time.delay(Duration.ofMillis(150)));
    }

    @AfterEach
    void close() {
        late.close();
    }

    /// The heading and the rows agree, and an empty list is one that is.
    private void requireTrue() {
        var rows = model.entries().stream()
                .limit(300)
                .flatMap(element -> element.item().stream())
                .map(entry -> entry.libraryId().orElseThrow().text())
                .collect(Collectors.toSet());
        assertThat(rows)
                .as("rows of %s", model.shown().get())
                .isSubsetOf(ids(model.shown().get()));
        if (model.size().get() == 0) {
            assertThat(ids(model.shown().get())).isEmpty();
        }
        assertThat(model.entries().size()).isEqualTo(Math.max(0, model.size().get()));
    }

    private Set<String> ids(ListSource source) {
        return source instanceof ListSource.Found || source instanceof ListSource.InConflict
                ? Set.of()
                : all.stream().filter(id -> isIn(id, source)).collect(Collectors.toSet());
    }

    private final List<String> all =
            IntStream.range(0, MANY).mapToObj("p%05d"::formatted).toList();

    private static boolean isIn(String id, ListSource source) {
        var number = Integer.parseInt(id.substring(1));
        return source.equals(TRASH) ? number % 10 == 0 : number % 10 != 0 && (source.equals(ALL) || number % 4 == 0);
    }

    /// Lets one answer after another come, and looks after each.
    private void answerOneByOne() {
        while (!late.work().isEmpty()) {
            late.work().remove().run();
            requireTrue();
        }
    }

    @Test
    void noListShowsRowsOfAnotherNorIsCalledEmptyWhileItReads() {
        requireTrue();
        answerOneByOne();
        assertThat(model.size().get()).isEqualTo(MANY - MANY / 10);
        for (var from : SOURCES) {
            for (var to : SOURCES) {
                model.source().set(from);
                answerOneByOne();
                model.source().set(to);
                requireTrue();
                model.entries().stream().skip(200).limit(5).forEach(_ -> {}); // the person scrolls what is on show
                model.refresh(); // another device's edits arrive
                requireTrue();
                time.pass(Duration.ofSeconds(1));
                requireTrue();
                answerOneByOne();
                assertThat(model.shown().get()).isEqualTo(to);
                assertThat(model.size().get()).isEqualTo(ids(to).size());
            }
        }
    }

    /// While much is pulled the list is read again and again; each answer is shown, however late.
    @Test
    void aListThatIsReadAgainBeforeItWasAnsweredIsShownAllTheSame() {
        model.refresh();
        late.work().remove().run();
        assertThat(model.size().get()).isEqualTo(MANY - MANY / 10);
    }
}
