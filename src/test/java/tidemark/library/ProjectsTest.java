package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.CollectionId;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.PlainText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.Status;

/// Projects of a library, and edits of one that meet.
final class ProjectsTest extends LibraryTest {
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
                        "SELECT summary IS NULL AND status IS NULL AND starred IS NULL AND due IS NULL"
                                + " FROM project WHERE id = ?",
                        made.id().text()))
                .isOne();
    }

    @Test
    void twoSavesFromOneBaseBothStandWhereTheyTouchDifferentFields() {
        var base = library.projects().create(ProjectDetails.titled("Old"));

        library.projects().save(base, base.details().withTitle("New"));
        var saved = library.projects().save(base, base.details().withStatus(Status.ACTIVE));

        assertThat(saved.conflicts()).isEmpty();
        assertThat(saved.now().details())
                .isEqualTo(base.details().withTitle("New").withStatus(Status.ACTIVE));
    }

    @Test
    void twoTitlesFromOneBaseAreBothKept() {
        var made = library.projects().create(ProjectDetails.titled("Old"));

        library.projects().save(made, made.details().withTitle("First"));
        var saved = library.projects().save(made, made.details().withTitle("Second"));

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

        var saved = library.projects().save(made, made.details().withSummary("typed"));

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

    @Test
    void twoSavesOfOneSummaryBecomeOneText() {
        var made =
                library.projects().create(ProjectDetails.titled("River").withSummary("one\ntwo\nthree\nfour\nfive\n"));

        library.projects().save(made, made.details().withSummary("ONE\ntwo\nthree\nfour\nfive\n"));
        var saved = library.projects().save(made, made.details().withSummary("one\ntwo\nthree\nfour\nFIVE\n"));

        assertThat(saved.conflicts()).isEmpty();
        assertThat(saved.now().details().summary()).isEqualTo("ONE\ntwo\nthree\nfour\nFIVE\n");
        assertThat(library.conflicts().count()).isZero();
    }

    @Test
    void twoSavesOfOneLineKeepBothTextsWhole() {
        var made = library.projects().create(ProjectDetails.titled("River").withSummary("low\n"));

        library.projects().save(made, made.details().withSummary("high\n"));
        var saved = library.projects().save(made, made.details().withSummary("dry\n"));

        assertThat(saved.now().details().summary()).isEqualTo("dry\n");
        assertThat(library.conflicts().open()).singleElement().satisfies(conflict -> {
            assertThat(conflict.subject().field()).isEqualTo("summary");
            assertThat(conflict.subject().title()).isEqualTo("River");
            assertThat(conflict.theirs().value().text("summary")).contains("high\n");
            assertThat(conflict.theirs().device()).isEqualTo("laptop");
        });
    }

    @Test
    void anEditorThatGoesOnFromWhatStandsMeetsNoSecondConflict() {
        var made = project("Old");
        library.projects().save(made, made.details().withTitle("First"));
        var mine = library.projects()
                .save(made, made.details().withTitle("Second"))
                .now();

        var again = library.projects().save(mine, mine.details().withTitle("Third"));

        assertThat(again.conflicts()).isEmpty();
        assertThat(library.conflicts().count()).isOne();
    }

    @Test
    void aSecondConflictOfOneFieldJoinsTheFirst() {
        var made = project("Old");
        library.projects().save(made, made.details().withTitle("First"));
        library.projects().save(made, made.details().withTitle("Second"));

        library.projects().save(made, made.details().withTitle("Third"));

        assertThat(library.conflicts().open()).singleElement().satisfies(conflict -> {
            assertThat(conflict.mine().value().text("title")).contains("Third");
            assertThat(conflict.theirs().value().text("title")).contains("Second");
        });
        assertThat(test.number("SELECT count(*) FROM merged WHERE theirs LIKE '%First%'"))
                .isPositive();
    }

    @Test
    void anUnknownStatusOfANewerProgramSurvivesOtherEdits() {
        var made = project("Paused");
        test.database().change(sql -> sql.update("UPDATE project SET status = 'paused'"));
        var read = library.projects().find(made.id()).orElseThrow();

        assertThat(read.details().status()).isEqualTo(Status.OTHER);
        library.projects().save(read, read.details().withTitle("Still paused"));

        assertThat(test.number("SELECT count(*) FROM project WHERE status = 'paused' AND title = 'Still paused'"))
                .isOne();
    }

    @Test
    void aSaveOfAProjectThatWasTrashedMeanwhileBringsItBackAndSaysSo() {
        var made = project("Wanted");
        library.trash().put(List.of(made.id()));

        var saved = library.projects().save(made, made.details().withTitle("Wanted!"));

        assertThat(saved.now().trashedAt()).isEmpty();
        assertThat(saved.conflicts()).containsExactly("trashed_at");
    }

    @Test
    void aProjectInTheTrashCanBeEditedThere() {
        var made = project("Draft");
        library.trash().put(List.of(made.id()));
        var trashed = library.projects().find(made.id()).orElseThrow();

        var saved = library.projects().save(trashed, trashed.details().withTitle("Final"));

        assertThat(saved.now().trashedAt()).isPresent();
        assertThat(saved.conflicts()).isEmpty();
    }

    @Test
    void anEditThatIsTypedBackIsWrittenAsItWas() {
        var made = project("Same");

        var active = library.projects()
                .save(made, made.details().withStatus(Status.ACTIVE))
                .now();
        library.projects().save(active, active.details().withStatus(Status.IDEA));

        assertThat(test.number("SELECT status IS NULL FROM project")).isOne();
    }

    @Test
    void aTextOverOneMebibyteIsRefusedAndNothingIsSaved() {
        var made = project("Long");
        var text = "ü".repeat(PlainText.MOST_BYTES / 2);

        library.projects().save(made, made.details().withSummary(text));
        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.projects().save(made, made.details().withSummary(text + "x")))
                .satisfies(refusal -> assertThat(refusal.problem().cause()).contains("1,048,577"));
    }

    @Test
    void nulCharactersAndHalvesOfSurrogatePairsAreReplaced() {
        var made = library.projects().create(ProjectDetails.titled("a\0b\ud800c\ud83d\ude00"));

        assertThat(made.details().title()).isEqualTo("a\ufffdb\ufffdc\ud83d\ude00");
        assertThat(library.projects().find(made.id())).contains(made);
    }

    @Test
    void aReorderBetweenEqualPositionsMovesNoOtherProjectOutOfOrder() {
        var work = library.collections().create("Work").id();
        var made = List.of("A", "B", "C", "D").stream()
                .map(title -> library.projects().create(ProjectDetails.titled(title), work))
                .toList();
        test.database().change(sql -> sql.update("UPDATE project SET position = 'a5'"));

        library.projects()
                .move(
                        made.get(3),
                        Optional.of(work),
                        new InsertAt.After<>(made.get(0).id()));

        assertThat(titles(ProjectQuery.of(new Shelf.In(work)).sorted(Sort.MANUAL)))
                .containsExactly("A", "D", "B", "C");
    }

    @Test
    void aProjectCannotBeMovedIntoACollectionThatIsGone() {
        var made = project("Stays");

        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.projects().move(made, Optional.of(new CollectionId("none"))));
    }

    @Test
    void twoMovesFromOnePlaceKeepBothPlaces() {
        var work = library.collections().create("Work").id();
        var home = library.collections().create("Home").id();
        var made = project("Torn");

        library.projects().move(made, Optional.of(work));
        var moved = library.projects().move(made, Optional.of(home));

        assertThat(moved.now().collection()).contains(home);
        assertThat(moved.conflicts()).containsExactly("place");
    }

    @Test
    void aReaderIsNotBlockedByAnOpenWriteTransaction() {
        var made = project("Seen");

        test.database().change(sql -> {
            sql.update("UPDATE project SET title = 'Unseen'");
            assertThat(library.projects().find(made.id())).contains(made);
            assertThat(titles(ProjectQuery.of(new Shelf.All()))).containsExactly("Seen");
        });

        assertThat(titles(ProjectQuery.of(new Shelf.All()))).containsExactly("Unseen");
    }

    private List<String> titles(ProjectQuery query) {
        return library.projects().page(query, 0, 100).stream()
                .map(ProjectSummary::title)
                .toList();
    }
}
