package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.CollectionId;
import tidemark.library.records.LabelId;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.Status;

/// The list of projects: its order, its filters and its query plans.
final class ProjectListTest extends LibraryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void theLastEditedComesFirstAlsoWhenOnlyANoteWasEdited() {
        var first = project("First");
        test.pass(Duration.ofMinutes(1));
        project("Second");
        assertThat(titles(ProjectQuery.of(new Shelf.All()))).containsExactly("Second", "First");

        test.pass(Duration.ofMinutes(1));
        library.notes().create(first.id(), new NoteText("", "body"));

        assertThat(titles(ProjectQuery.of(new Shelf.All()))).containsExactly("First", "Second");
    }

    @Test
    void dueShowsWhatWasDueAndWhatWillBeInSevenDaysButNothingDone() {
        due("overdue", -30, Status.ACTIVE);
        due("in seven days", 7, Status.IDEA);
        due("in eight days", 8, Status.IDEA);
        due("done", 1, Status.DONE);
        project("never");

        var query = ProjectQuery.of(new Shelf.Due(TODAY)).sorted(Sort.DUE);

        assertThat(titles(query)).containsExactly("overdue", "in seven days");
        assertThat(library.projects().count(query)).isEqualTo(2);
    }

    @Test
    void aCollectionShowsItsOwnProjectsOrThoseInsideItToo() {
        var outer = library.collections().create("Outer").id();
        var inner = library.collections().create("Inner", outer).id();
        library.projects().create(ProjectDetails.titled("out"), outer);
        library.projects().create(ProjectDetails.titled("in"), inner);

        assertThat(titles(ProjectQuery.of(new Shelf.In(outer)))).containsExactly("out");
        assertThat(titles(ProjectQuery.of(new Shelf.Within(outer)).sorted(Sort.TITLE)))
                .containsExactly("in", "out");
    }

    @Test
    void starsLabelsStatusAndTrashNarrowTheList() {
        var starred = library.projects().create(ProjectDetails.titled("star").withStar());
        var labelled = library.projects().create(ProjectDetails.titled("label").withStatus(Status.DONE));
        var label = library.labels().add(labelled.id(), "River");
        library.trash().put(List.of(project("gone").id()));

        assertThat(titles(ProjectQuery.of(new Shelf.Starred()))).containsExactly("star");
        assertThat(titles(ProjectQuery.of(new Shelf.Labelled(label.id())))).containsExactly("label");
        assertThat(titles(ProjectQuery.of(new Shelf.All()).having(Status.DONE))).containsExactly("label");
        assertThat(titles(ProjectQuery.of(new Shelf.All()).having(Status.IDEA))).containsExactly("star");
        assertThat(titles(ProjectQuery.of(new Shelf.Trashed()))).containsExactly("gone");
        assertThat(library.projects().summaries(List.of(labelled.id(), starred.id())))
                .extracting(line -> line.labels().size())
                .containsExactly(1, 0);
    }

    @Test
    void theDotOfUnsentChangesShowsForAnythingInTheProject() {
        var made = project("Sent");
        var note = library.notes().create(made.id(), new NoteText("n", "b"));
        var label = library.labels().add(made.id(), "river");
        sent();
        assertThat(dot(made)).isFalse();

        library.notes().save(note, note.text().withBody("more"));
        assertThat(dot(made)).isTrue();

        sent();
        library.labels().remove(made.id(), label.id());
        assertThat(dot(made)).isTrue();
    }

    @Test
    void aPreviewIsOneLineWithoutMarksAndComesFromTheFirstNoteWhereThereIsNoSummary() {
        var made = project("Empty");
        library.notes()
                .create(made.id(), new NoteText("n", "# Head\n\n- [ ] buy **milk** at [the shop](http://x.y)\n"));

        assertThat(library.projects().summaries(List.of(made.id())).getFirst().preview())
                .isEqualTo("Head buy milk at the shop");
    }

    @Test
    void aPreviewHasNoBadgesDefinitionsOrTitle() {
        var made = library.projects().create(ProjectDetails.titled("accepts").withSummary("""
                        # accepts

                        [![NPM Version][npm-image]][npm-url] ![ci](https://x.y/ci.svg)
                        <img src="a.png" alt="logo">

                        [npm-image]: https://x.y/z.svg

                        Higher level _content_ negotiation for `snake_case_names`, see [the docs](https://x.y).
                        """));

        assertThat(library.projects().summaries(List.of(made.id())).getFirst().preview())
                .isEqualTo("Higher level content negotiation for snake_case_names, see the docs.");
    }

    @Test
    void countsAgreeWithTheLists() {
        var work = library.collections().create("Work");
        var made = library.projects().create(ProjectDetails.titled("One").withStar(), work.id());
        var label = library.labels().add(made.id(), "river");
        var gone = project("Gone");
        library.labels().add(gone.id(), "river");
        library.trash().put(List.of(gone.id()));

        var counts = library.counts(TODAY);

        assertThat(counts.projects()).isOne();
        assertThat(counts.starred()).isOne();
        assertThat(counts.trashed()).isOne();
        assertThat(counts.collections()).containsOnly(java.util.Map.entry(work.id(), 1));
        assertThat(counts.labels()).containsOnly(java.util.Map.entry(label.id(), 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Sort.class,
            names = {"EDITED", "TITLE", "DUE"})
    void theListOfAllProjectsIsReadInTheOrderOfAnIndex(Sort sort) {
        var plan = plan(ProjectQuery.of(new Shelf.All()).sorted(sort));

        assertThat(plan).contains("USING INDEX project_by_").doesNotContain("B-TREE");
    }

    @Test
    void narrowListsAreReadByTheirOwnIndexes() {
        assertThat(plan(ProjectQuery.of(new Shelf.Starred())))
                .contains("INDEX project_starred")
                .doesNotContain("B-TREE");
        assertThat(plan(ProjectQuery.of(new Shelf.In(new CollectionId("c"))).sorted(Sort.MANUAL)))
                .contains("INDEX project_by_place")
                .doesNotContain("B-TREE");
        assertThat(plan(ProjectQuery.of(new Shelf.All()).having(Status.IDEA)))
                .contains("INDEX project_by_status")
                .doesNotContain("B-TREE");
        assertThat(plan(ProjectQuery.of(new Shelf.Due(TODAY)))).contains("INDEX project_due");
        assertThat(plan(ProjectQuery.of(new Shelf.Labelled(new LabelId("l")))))
                .contains("project_label_label")
                .contains("(id=?)");
        assertThat(plan(ProjectQuery.of(new Shelf.Trashed())))
                .contains("project_trashed")
                .doesNotContain("B-TREE");
        assertThat(plan(ProjectQuery.of(new Shelf.In(new CollectionId("c"))))).contains("collection=?");
    }

    private String plan(ProjectQuery query) {
        return test.database()
                .read(sql -> String.join(
                        "\n",
                        sql.list(
                                "EXPLAIN QUERY PLAN " + ProjectList.statement(query), row -> row.getString("detail"))));
    }

    private void due(String title, int days, Status status) {
        library.projects()
                .create(ProjectDetails.titled(title).withStatus(status).withDue(Optional.of(TODAY.plusDays(days))));
    }

    private boolean dot(Project project) {
        return library.projects().summaries(List.of(project.id())).getFirst().hasPendingChanges();
    }

    private void sent() {
        test.database().change(sql -> sql.update("DELETE FROM pending"));
    }

    private List<String> titles(ProjectQuery query) {
        return library.projects().page(query, 0, 100).stream()
                .map(ProjectSummary::title)
                .toList();
    }
}
