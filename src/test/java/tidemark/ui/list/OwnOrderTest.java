package tidemark.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.undo.UndoStack.Choice;
import tidemark.ui.base.HandTime;
import tidemark.ui.base.LateLibrary;

/// The person's own order of the list, and its changes.
final class OwnOrderTest {
    private static final ListSource ALL = new ListSource.Shelf(new Shelf.All(), "All");

    private LateLibrary late;
    private ListModel model;
    private OwnOrder order;

    @TempDir
    Path folder;

    @BeforeEach
    void fourProjectsInTheirOwnOrder() {
        late = new LateLibrary(folder);
        var inside = late.library().collections().create("Inside");
        for (var title : List.of("A", "B", "C", "D")) {
            var details = ProjectDetails.titled(title);
            if (title.equals("C")) {
                late.library().projects().create(details, inside.id());
            } else {
                late.library().projects().create(details);
            }
        }
        var background = late.background();
        model = new ListModel(
                late.library(),
                late.search(),
                background,
                late.undo(background),
                new ListPlace(ALL, Sort.MANUAL, Optional.empty()),
                new HandTime().delay(Duration.ofMillis(150)));
        late.finishWork();
        order = new OwnOrder(model);
    }

    @AfterEach
    void close() {
        late.close();
    }

    private ProjectId id(String title) {
        return model.entries().stream()
                .flatMap(element -> element.item().stream())
                .flatMap(entry -> entry instanceof ListEntry.Listed(var project)
                                && project.title().equals(title)
                        ? Optional.of(project.id()).stream()
                        : Optional.<ProjectId>empty().stream())
                .findFirst()
                .orElseThrow();
    }

    private String shown() {
        model.refresh();
        late.finishWork();
        return model.entries().stream()
                .map(element -> element.item().orElseThrow())
                .map(entry -> ((ListEntry.Listed) entry).project().title())
                .reduce("", String::concat);
    }

    private String after(Optional<Runnable> move) {
        move.orElseThrow().run();
        late.finishWork();
        return shown();
    }

    /// One of them is in a collection, where its position began anew: it stands at its own place in the whole order.
    @Test
    void aLineFallsWhereItWasLetGo() {
        var all = shown();
        assertThat(all).hasSize(4);
        var first = id(all.substring(0, 1));
        var last = id(all.substring(3));
        assertThat(after(order.into(4, List.of(first)))).isEqualTo(all.substring(1) + all.charAt(0));
        assertThat(after(order.into(0, List.of(first)))).isEqualTo(all);
        assertThat(after(order.into(1, List.of(last))))
                .isEqualTo("" + all.charAt(0) + all.charAt(3) + all.substring(1, 3));
    }

    @Test
    void keysMoveALineByOneAndSeveralTogether() {
        var all = shown();
        var second = id(all.substring(1, 2));
        assertThat(after(order.step(true, 1, 1, List.of(second))))
                .isEqualTo("" + all.charAt(1) + all.charAt(0) + all.substring(2));
        assertThat(after(order.step(false, 0, 0, List.of(second)))).isEqualTo(all);
        var pair = List.of(id(all.substring(0, 1)), second);
        assertThat(after(order.step(false, 0, 1, pair)))
                .isEqualTo("" + all.charAt(2) + all.substring(0, 2) + all.charAt(3));
        assertThat(order.step(true, 0, 0, List.of(id(all.substring(2, 3))))).isEmpty();
        assertThat(order.step(false, 3, 3, List.of(id(all.substring(3))))).isEmpty();
    }

    @Test
    void aMoveIsUndone() {
        var all = shown();
        after(order.into(4, List.of(id(all.substring(0, 1)))));
        late.stack().undo(Choice.ASK);
        assertThat(shown()).isEqualTo(all);
    }

    @Test
    void nothingIsMovedInAnotherOrderNorOntoItself() {
        var all = shown();
        var first = id(all.substring(0, 1));
        assertThat(order.into(0, List.of(first))).isEmpty();
        assertThat(order.into(1, List.of(first))).isEmpty();
        assertThat(order.into(5, List.of(first))).isEmpty();
        model.sort().set(Sort.TITLE);
        late.finishWork();
        assertThat(order.into(3, List.of(first))).isEmpty();
        model.source().set(new ListSource.Trash());
        late.finishWork();
        assertThat(order.into(0, List.of(first))).isEmpty();
    }
}
