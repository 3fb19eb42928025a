package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import tidemark.files.ContentState;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;

/// The commands on the selected files: by keys, and in the context menu, which shows those keys.
final class FileCommands {
    private static final Set<ContentState> MOVED = EnumSet.of(ContentState.SENDING, ContentState.FETCHING);
    private static final Set<ContentState> TO_TRY =
            EnumSet.of(ContentState.MISSING, ContentState.DAMAGED, ContentState.STOPPED);

    private final FilesModel model;
    private final FileActions actions;
    private final FileAdding adding;
    private final QuickLook look;
    private Runnable back = () -> {};

    FileCommands(FilesModel model, FileActions actions, FileAdding adding, QuickLook look) {
        this.model = model;
        this.actions = actions;
        this.adding = adding;
        this.look = look;
    }

    /// Sets the way back to the list of projects.
    void onLeave(Runnable way) {
        back = way;
    }

    /// Carries out the command of a key on these files.
    void pressed(KeyEvent event, List<FileLine> chosen) {
        var command = command(event, chosen);
        command.ifPresent(action -> {
            action.run();
            event.consume();
        });
    }

    private Optional<Runnable> command(KeyEvent event, List<FileLine> chosen) {
        if (Keys.BACK.matches(event)) {
            return Optional.of(back);
        }
        if (Keys.PASTE.matches(event)) {
            return Optional.of(this::paste);
        }
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        if (Keys.OPEN.matches(event)) {
            return Optional.of(() -> open(chosen));
        }
        if (Keys.LOOK.matches(event)) {
            return Optional.of(() -> look.toggle(chosen.getFirst()));
        }
        if (Keys.COPY.matches(event)) {
            return Optional.of(() -> actions.copy(chosen));
        }
        if (Keys.DELETE.matches(event)) {
            return Optional.of(() -> model.trash(chosen));
        }
        return Keys.RENAME.matches(event) && chosen.size() == 1
                ? Optional.of(() -> actions.rename(chosen.getFirst()))
                : Optional.empty();
    }

    void open(List<FileLine> chosen) {
        chosen.forEach(line -> actions.open(line.file()));
    }

    void paste() {
        model.project().get().ifPresent(project -> adding.take(project, Clipboard.getSystemClipboard()));
    }

    /// The menu for these files; where none is selected, for the place itself.
    Optional<ContextMenu> menu(List<FileLine> chosen) {
        var menu = new ContextMenu();
        menu.getItems().setAll(chosen.isEmpty() ? ofPlace() : ofFiles(chosen));
        return Optional.of(menu);
    }

    private List<MenuItem> ofPlace() {
        var paste = Keys.PASTE.on(item("files.paste", Feather.CLIPBOARD, this::paste));
        paste.setDisable(!FileAdding.canTake(Clipboard.getSystemClipboard()));
        return List.of(paste);
    }

    private List<MenuItem> ofFiles(List<FileLine> chosen) {
        var first = chosen.getFirst();
        var items = new ArrayList<MenuItem>();
        items.add(Keys.OPEN.on(item("files.open", Feather.EXTERNAL_LINK, () -> open(chosen))));
        if (chosen.size() == 1) {
            items.add(Keys.LOOK.on(item("files.look", Feather.EYE, () -> look.toggle(first))));
            items.add(item("files.reveal", Feather.FOLDER, () -> actions.reveal(first)));
        }
        items.add(item("files.save", Feather.DOWNLOAD, () -> actions.saveAs(chosen)));
        items.add(Keys.COPY.on(item("files.copy", Feather.COPY, () -> actions.copy(chosen))));
        items.add(new SeparatorMenuItem());
        if (chosen.size() == 1) {
            items.add(Keys.RENAME.on(item("files.rename", Feather.TYPE, () -> actions.rename(first))));
            items.add(item("files.replace", Feather.REPEAT, () -> actions.replace(first)));
        }
        items.addAll(ofContents(chosen));
        items.add(new SeparatorMenuItem());
        items.add(Keys.DELETE.on(item("files.trash", Feather.TRASH_2, () -> model.trash(chosen))));
        return items;
    }

    /// The commands on where the contents are; only those that change something.
    private List<MenuItem> ofContents(List<FileLine> chosen) {
        var items = new ArrayList<MenuItem>();
        add(items, chosen, FileLine::isPinned, rest -> item("files.unpin", Feather.MAP_PIN, () -> model.unpin(rest)));
        add(items, chosen, line -> !line.isPinned(), rest -> item("files.pin", Feather.MAP_PIN, () -> model.pin(rest)));
        add(
                items,
                chosen,
                line -> line.state() == ContentState.REMOTE,
                rest -> item("files.fetch", Feather.DOWNLOAD_CLOUD, () -> model.fetch(rest)));
        add(
                items,
                chosen,
                line -> TO_TRY.contains(line.state()),
                rest -> item("files.fetch.again", Feather.ROTATE_CW, () -> model.fetch(rest)));
        add(
                items,
                chosen,
                line -> MOVED.contains(line.state()),
                rest -> item("files.fetch.cancel", Feather.X, () -> model.cancel(rest)));
        return items;
    }

    private static void add(
            List<MenuItem> items,
            List<FileLine> chosen,
            java.util.function.Predicate<FileLine> concerns,
            java.util.function.Function<List<FileLine>, MenuItem> item) {
        var concerned = chosen.stream().filter(concerns).toList();
        if (!concerned.isEmpty()) {
            items.add(item.apply(concerned));
        }
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(text(key), Icons.icon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
