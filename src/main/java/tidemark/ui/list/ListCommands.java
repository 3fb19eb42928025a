package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import tidemark.library.ConflictGroup;
import tidemark.library.ProjectQuery;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.base.MoveMenus;
import tidemark.ui.conflicts.BulkMenu;

/// The commands on the selected entries: by keys, and in the context menu, which shows those keys.
final class ListCommands {
    private final ListModel model;
    private final ListView<PagedList.Element<ListEntry>> list;
    private final MoveMenus moveMenus;
    private final OwnOrder ownOrder;
    private Ways ways = new Ways() {};

    /// The place that a selection which goes to the trash leaves to another.
    private Optional<Integer> left = Optional.empty();

    ListCommands(ListModel model, ListView<PagedList.Element<ListEntry>> list, MoveMenus moveMenus, OwnOrder ownOrder) {
        this.model = model;
        this.list = list;
        this.moveMenus = moveMenus;
        this.ownOrder = ownOrder;
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void onLeave(Ways out) {
        ways = out;
    }

    private void pressed(KeyEvent event) {
        if (Keys.DELETE.matches(event)) {
            trash();
        } else if (Keys.OPEN.matches(event)) {
            open();
        } else if (Keys.RENAME.matches(event)) {
            rename();
        } else if (Keys.BACK.matches(event)) {
            back();
        } else if (Keys.UP.matches(event)) {
            step(true);
        } else if (Keys.DOWN.matches(event)) {
            step(false);
        }
    }

    /// Opens the one that is selected: the conflict to review it, the project to write in it.
    void open() {
        var conflict = entries()
                .flatMap(entry -> entry instanceof ListEntry.InConflict(var found, var _, var _)
                        ? Stream.of(found)
                        : Stream.empty())
                .findFirst();
        conflict.ifPresentOrElse(ways::review, () -> {
            if (!model.showsTrash() && projects().size() == 1) {
                ways.toText();
            }
        });
    }

    private void rename() {
        if (!model.showsTrash() && projects().size() == 1) {
            ways.toTitle();
        }
    }

    /// Ends a selection of several, or else the search.
    private void back() {
        var selection = list.getSelectionModel();
        if (selection.getSelectedIndices().size() > 1) {
            selection.clearAndSelect(list.getFocusModel().getFocusedIndex());
        } else if (model.source().get() instanceof ListSource.Found) {
            ways.leaveSearch();
        }
    }

    /// Moves the selected projects by one line; where the order on show is not the person's own, says so.
    private void step(boolean isUp) {
        if (model.isInOwnOrder()) {
            move(isUp).ifPresent(Runnable::run);
        } else if (model.shown().get() instanceof ListSource.Shelf) {
            ways.tell(
                    text("list.order.other"),
                    text("list.order.sort"),
                    () -> model.sort().set(ProjectQuery.Sort.MANUAL));
        } else {
            ways.tell(text("list.order.none"));
        }
    }

    private Optional<Runnable> move(boolean isUp) {
        var lines = list.getSelectionModel().getSelectedIndices();
        return lines.isEmpty()
                ? Optional.empty()
                : ownOrder.step(
                        isUp,
                        lines.stream().mapToInt(Integer::intValue).min().orElseThrow(),
                        lines.stream().mapToInt(Integer::intValue).max().orElseThrow(),
                        projects());
    }

    /// Moves the selected projects to the trash; there, removes what is selected for good, after asking.
    private void trash() {
        if (model.showsTrash()) {
            removeForGood(things());
        } else {
            left = list.getSelectionModel().getSelectedIndices().stream().min(Integer::compare);
            model.trash(projects());
        }
    }

    private void removeForGood(List<LibraryId> things) {
        if (!things.isEmpty()) {
            ways.removeForGood(things.size(), () -> model.remove(things));
        }
    }

    void restore() {
        model.restore(things());
    }

    /// The place that the selection has left to another by going to the trash, told once.
    Optional<Integer> takeLeft() {
        var told = left;
        left = Optional.empty();
        return told;
    }

    /// Whether a selection is about to go to the trash.
    boolean isLeaving() {
        return left.isPresent();
    }

    /// The menu for the selected entries; none where nothing is selected.
    Optional<ContextMenu> menu() {
        if (entries().findFirst().isEmpty()) {
            return Optional.empty();
        }
        var menu = new ContextMenu();
        if (model.showsTrash()) {
            menu.getItems()
                    .setAll(
                            item("list.restore", Feather.CORNER_UP_LEFT, _ -> restore()),
                            new SeparatorMenuItem(),
                            Keys.DELETE.on(item("list.remove", Feather.TRASH_2, _ -> trash())));
        } else if (model.shown().get() instanceof ListSource.InConflict) {
            fillOfConflicts(menu);
        } else {
            fill(menu);
        }
        return Optional.of(menu);
    }

    private void fillOfConflicts(ContextMenu menu) {
        menu.getItems().setAll(Keys.OPEN.on(item("conflict.button.review", Feather.GIT_MERGE, _ -> open())));
        entries()
                .flatMap(entry -> entry instanceof ListEntry.InConflict inConflict
                        ? Stream.of(inConflict.group())
                        : Stream.<ConflictGroup>empty())
                .distinct()
                .forEach(group -> menu.getItems().addAll(BulkMenu.of(group, choice -> ways.review(group, choice))));
    }

    private void fill(ContextMenu menu) {
        var isOne = projects().size() == 1;
        var open = Keys.OPEN.on(item("list.open", Feather.EDIT_3, _ -> open()));
        open.setDisable(!isOne);
        var rename = Keys.RENAME.on(item("list.rename", Feather.TYPE, _ -> rename()));
        rename.setDisable(!isOne);
        menu.getItems().setAll(open, rename, moveMenus.of(this::projects));
        if (model.isInOwnOrder()) {
            var up = Keys.UP.on(item("list.up", Feather.ARROW_UP, _ -> step(true)));
            up.setDisable(move(true).isEmpty());
            var down = Keys.DOWN.on(item("list.down", Feather.ARROW_DOWN, _ -> step(false)));
            down.setDisable(move(false).isEmpty());
            menu.getItems().addAll(up, down);
        }
        menu.getItems()
                .addAll(new SeparatorMenuItem(), Keys.DELETE.on(item("list.trash", Feather.TRASH_2, _ -> trash())));
    }

    private static MenuItem item(String key, Feather icon, EventHandler<ActionEvent> action) {
        var item = new MenuItem(text(key), Icons.icon(icon));
        item.setOnAction(action);
        return item;
    }

    List<ProjectId> projects() {
        return entries().flatMap(entry -> entry.projectId().stream()).toList();
    }

    private List<LibraryId> things() {
        return entries().flatMap(entry -> entry.libraryId().stream()).toList();
    }

    /// The selected entries that were read.
    Stream<ListEntry> entries() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(element -> element != null)
                .flatMap(element -> element.item().stream());
    }
}
