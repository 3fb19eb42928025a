package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.library.ProjectQuery;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.ui.base.Dragged;

/// Drags from the list, as the cells under the pointer are told of them: the target is marked, the pointer says yes or
/// no, and the drop does what the target says. The headless platform has no drags of its own, so the events are made
/// here.
final class DragGesturesTest extends WithList {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");

    private DrivenWindow driven;

    @Test
    void aProjectDroppedInTheSidebarGetsWhatTheTargetSaysAndKeepsTheRest() {
        var work = library.collections().create("Work");
        library.labels().named("water");
        begin();
        drop("#sidebar", "Work", river);
        assertThat(project().collection()).contains(work.id());
        drop("#sidebar", "water", river);
        assertThat(library.labels().of(river)).hasSize(1);
        drop("#sidebar", "Starred", river);
        assertThat(project().details().starred()).isTrue();
        assertThat(project().collection()).as("after drops elsewhere").contains(work.id());
        var before = project();
        for (var nowhere : List.of("All projects", "Due this week", "COLLECTIONS", "LABELS")) {
            refuse("#sidebar", nowhere, river);
        }
        assertThat(project()).isEqualTo(before);
        drop("#sidebar", "Trash", river);
        assertThat(project().trashedAt()).isPresent();
    }

    @Test
    void aProjectIsDroppedBetweenOthersOnlyInThePersonsOwnOrder() {
        var creek = library.projects().create(ProjectDetails.titled("Creek")).id();
        begin();
        refuse("#projects", "River", creek);
        driven.fire(driven.command("#sort › My order").act());
        driven.settle();
        var titles = inOwnOrder();
        var last = titles.getLast().equals("River") ? river : creek;
        drop("#projects", titles.getFirst(), last);
        assertThat(inOwnOrder()).containsExactly(titles.getLast(), titles.getFirst());
    }

    @BeforeEach
    void drive() {
        driven = new DrivenWindow(open);
    }

    private void begin() {
        driven.undress();
        driven.settle();
    }

    private Project project() {
        return library.projects().find(river).orElseThrow();
    }

    private List<String> inOwnOrder() {
        var all = ProjectQuery.of(new ProjectQuery.Shelf.All()).sorted(ProjectQuery.Sort.MANUAL);
        return library.projects().page(all, 0, 10).stream()
                .map(ProjectSummary::title)
                .toList();
    }

    /// Drags a project over the upper half of a cell, which takes it, and drops it.
    private void drop(String list, String cell, ProjectId dragged) {
        var target = cell(list, cell);
        var board = board(dragged);
        driven.act(() -> {
            send(target, DragEvent.DRAG_ENTERED, board);
            assertThat(send(target, DragEvent.DRAG_OVER, board).isAccepted())
                    .as("%s takes it", cell)
                    .isTrue();
            assertThat(isMarked(target)).as("%s is marked", cell).isTrue();
            assertThat(send(target, DragEvent.DRAG_DROPPED, board).isDropCompleted())
                    .isTrue();
            send(target, DragEvent.DRAG_EXITED, board);
            assertThat(isMarked(target)).isFalse();
        });
        driven.settle();
    }

    /// Drags a project over a cell that has no use for it.
    private void refuse(String list, String cell, ProjectId dragged) {
        var target = cell(list, cell);
        var board = board(dragged);
        driven.act(() -> {
            send(target, DragEvent.DRAG_ENTERED, board);
            assertThat(send(target, DragEvent.DRAG_OVER, board).isAccepted())
                    .as("%s takes it", cell)
                    .isFalse();
            assertThat(isMarked(target)).as("%s is marked", cell).isFalse();
            assertThat(send(target, DragEvent.DRAG_DROPPED, board).isDropCompleted())
                    .isFalse();
        });
        driven.settle();
    }

    private static boolean isMarked(IndexedCell<?> cell) {
        return Stream.of(TARGET, ABOVE).anyMatch(cell.getPseudoClassStates()::contains);
    }

    private IndexedCell<?> cell(String list, String beginning) {
        return driven.now(() -> open.stage.getScene().lookup(list).lookupAll(".cell").stream()
                .map(cell -> (IndexedCell<?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.getAccessibleText().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + beginning)));
    }

    private static DragEvent send(IndexedCell<?> target, EventType<DragEvent> type, Dragboard board) {
        var event = new DragEvent(target, target, type, board, 1, 1, 1, 1, TransferMode.MOVE, target, target, null);
        Event.fireEvent(target, event);
        return event;
    }

    private Dragboard board(ProjectId dragged) {
        return driven.now(() -> {
            var clipboard = new StringBuilder();
            var peer = (TKClipboard) Proxy.newProxyInstance(
                    TKClipboard.class.getClassLoader(),
                    new Class<?>[] {TKClipboard.class},
                    (_, method, arguments) -> switch (method.getName()) {
                        case "putContent" ->
                            clipboard.append(((javafx.util.Pair<?, ?>[]) arguments[0])[0].getValue()) != null;
                        case "getContent" -> arguments[0].equals(DataFormat.PLAIN_TEXT) ? clipboard.toString() : null;
                        case "hasContent" -> arguments[0].equals(DataFormat.PLAIN_TEXT);
                        case "getTransferModes" -> EnumSet.of(TransferMode.MOVE);
                        default -> null;
                    });
            var board = DragboardHelper.createDragboard(peer);
            Dragged.PROJECTS.put(board, List.of(dragged.text()));
            return board;
        });
    }
}
