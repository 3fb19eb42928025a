package tidemark.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;

/// A situation of the window in which a person has other commands: what the list shows, what is selected in
/// it, and the tab of the editor.
///
/// @param source the item of the sidebar that the list shows
/// @param selected the beginnings of the titles that are selected in the list
/// @param tab the number of the editor's tab
record Situation(String source, List<String> selected, int tab) {
    /// Brings the window into this situation, without its theme.
    void arrange(DrivenWindow driven) {
        driven.closeOthers();
        driven.undress();
        show(driven);
    }

    /// Brings the window into this situation as a person sees it.
    void show(DrivenWindow driven) {
        driven.settle();
        var scene = driven.open().stage.getScene();
        if (scene.lookup("#sidebar") == null) {
            driven.fire(driven.command("F9").act());
        }
        if (!driven.now(() -> ((Label) scene.lookup(".list-head .title-4")).getText())
                .equals(source)) {
            var tree = (TreeView<?>) scene.lookup("#sidebar");
            driven.act(() -> tree.getSelectionModel().select(index(tree, source)));
            driven.settle();
        }
        var list = (ListView<?>) scene.lookup("#projects");
        var wanted = driven.now(
                () -> selected.stream().map(title -> index(list, title)).toList());
        if (!driven.now(() -> List.copyOf(list.getSelectionModel().getSelectedIndices()))
                .equals(wanted)) {
            driven.act(() -> {
                list.getSelectionModel().clearSelection();
                wanted.forEach(list.getSelectionModel()::select);
            });
            driven.settle();
        }
        driven.act(() -> {
            Optional.ofNullable((TabPane) scene.lookup("#parts"))
                    .ifPresent(tabs -> tabs.getSelectionModel().select(tab));
            Optional.ofNullable((ListView<?>) scene.lookup("#notes"))
                    .ifPresent(notes -> notes.getSelectionModel().selectFirst());
            Optional.ofNullable((ToggleButton) scene.lookup("#files-as-table"))
                    .filter(asTable -> !asTable.isSelected())
                    .ifPresent(ToggleButton::fire);
            Optional.ofNullable((TableView<?>) scene.lookup("#files"))
                    .ifPresent(files -> files.getSelectionModel().clearAndSelect(0));
            list.requestFocus();
        });
        driven.quiet();
    }

    /// The line that begins so; at the end of the list where it is not on show yet.
    private static int index(Node list, String beginning) {
        var seen = seen(list, beginning);
        if (seen.isEmpty() && list instanceof ListView<?> lines) {
            lines.scrollTo(lines.getItems().size() - 1);
            lines.layout();
            seen = seen(list, beginning);
        }
        return seen.orElseThrow(() -> new AssertionError("nothing in the list begins with " + beginning));
    }

    private static OptionalInt seen(Node list, String beginning) {
        return list.lookupAll(".cell").stream()
                .map(cell -> (IndexedCell<?>) cell)
                .filter(cell -> !cell.isEmpty()
                        && cell.getAccessibleText() != null
                        && cell.getAccessibleText().startsWith(beginning))
                .mapToInt(IndexedCell::getIndex)
                .findFirst();
    }
}
