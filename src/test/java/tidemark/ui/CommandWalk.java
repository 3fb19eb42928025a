package tidemark.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// A walk through a window as it is built: its buttons, the items of its menus and context menus, its fields
/// that act on what is typed, and its accelerators. So a command that is added to the window is found without
/// being named here.
final class CommandWalk {
    /// The undo itself, which the test of the law uses after each command.
    private static final Set<String> UNDO = Set.of("undo", "redo", "toast-action");

    /// The keys of the undo, and those of the default button and the cancel button, which are walked to
    /// themselves.
    private static final Set<KeyCombination> OTHER_KEYS = Stream.of(
                    "Shortcut+Z", "Shortcut+Shift+Z", "Shortcut+Y", "Enter", "Esc")
            .map(KeyCombination::valueOf)
            .collect(Collectors.toSet());

    /// The name of the command that shows a context menu.
    static final String MENU = "menu";

    private static final LocalDate DAY = LocalDate.of(2031, 3, 5);
    private static final String LINE = "typed";

    private final List<Command> found = new ArrayList<>();

    private CommandWalk() {}

    /// The commands that can be set off in this scene now.
    ///
    /// @param place goes before all names
    static List<Command> in(Scene scene, String place) {
        var walk = new CommandWalk();
        walk.accelerators(scene, place);
        walk.node(scene.getRoot(), place);
        return walk.found;
    }

    /// The commands of a menu that is on show.
    static List<Command> in(ContextMenu menu) {
        var walk = new CommandWalk();
        walk.items(menu.getItems(), owner(menu.getOwnerNode()) + MENU);
        return walk.found;
    }

    private static String owner(@Nullable Node node) {
        return node == null ? "" : place(node, owner(node.getParent()));
    }

    private void accelerators(Scene scene, String place) {
        scene.getAccelerators().forEach((keys, action) -> {
            if (!OTHER_KEYS.contains(keys)) {
                found.add(new Command(place + keys.getDisplayText(), action));
            }
        });
    }

    private void node(Node node, String place) {
        if (!node.isVisible() || node.isDisabled() || UNDO.contains(Objects.requireNonNullElse(node.getId(), ""))) {
            return;
        }
        var here = place(node, place);
        if (node instanceof IndexedCell<?> line
                && !line.isEmpty()
                && (line instanceof TreeCell<?> || line.isSelected())) {
            found.add(new Command((line instanceof TreeCell<?> ? here : place) + MENU, () -> ask(line)));
        }
        switch (node) {
            case MenuButton menu -> {
                raise(menu.getOnShowing());
                items(menu.getItems(), place + name(menu));
            }
            case ButtonBase button -> found.add(new Command(place + name(button), button::fire));
            case DatePicker field -> day(field, here);
            case TextField field -> line(field, here);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> node(child, here));
            default -> {}
        }
    }

    /// The place of what is inside this node: that of a control with an id or of a cell is named after it.
    private static String place(Node node, String outside) {
        var isPlace = node instanceof Cell<?> || (node instanceof Control && node.getId() != null);
        return isPlace ? outside + name(node) + " › " : outside;
    }

    private static String name(Node node) {
        if (node.getId() != null) {
            return "#" + node.getId();
        }
        var words = node instanceof Labeled labeled ? labeled.getText() : "";
        return Stream.of(words, node.getAccessibleText())
                .filter(known -> known != null && !known.isBlank())
                .findFirst()
                .map(known -> known.replaceFirst(", [0-9]+(, its files kept on this device)?$", ""))
                .orElseGet(() -> node.getClass().getSimpleName());
    }

    private static <E extends javafx.event.Event> void raise(EventHandler<E> onShowing) {
        Optional.ofNullable(onShowing).ifPresent(handler -> handler.handle(null));
    }

    /// Asks for the context menu of a line. The menu of a text has the text's own commands, and is not walked.
    private static void ask(Node line) {
        var request = ContextMenuEvent.CONTEXT_MENU_REQUESTED;
        Event.fireEvent(line, new ContextMenuEvent(request, 0, 0, 0, 0, false, new PickResult(line, 0, 0)));
    }

    private void items(List<MenuItem> items, String place) {
        for (var item : items) {
            if (!item.isVisible() || item.isDisable() || item instanceof SeparatorMenuItem) {
                continue;
            }
            var here = place + " › "
                    + Objects.requireNonNullElse(item.getText(), "").strip();
            if (item instanceof Menu menu) {
                raise(menu.getOnShowing());
                items(menu.getItems(), here);
            } else {
                found.add(new Command(here, item::fire));
            }
        }
    }

    private void day(DatePicker field, String place) {
        found.add(new Command(place + "a day", () -> field.setValue(DAY)));
        if (field.getValue() != null) {
            found.add(new Command(place + "no day", () -> field.setValue(null)));
        }
    }

    /// A field for a line that does something on Enter; one that holds a text of the library keeps it.
    private void line(TextField field, String place) {
        if (field.getOnAction() != null) {
            found.add(new Command(place + "Enter", () -> {
                if (field.getText().isEmpty()) {
                    field.setText(LINE);
                }
                field.fireEvent(new ActionEvent());
            }));
        }
    }
}
