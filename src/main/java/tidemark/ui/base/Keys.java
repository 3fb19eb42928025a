package tidemark.ui.base;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The table of the window's keys: accelerators, lists, menus and the overview of keys all take them from here, so
/// that none tells another key than the one that works.
public enum Keys {
    /// Makes a project.
    NEW_PROJECT(Group.WINDOW, "Shortcut+N"),
    /// Adds a note to the open project.
    NEW_NOTE(Group.WINDOW, "Shortcut+Shift+N"),
    /// Asks for files to add to the open project.
    ADD_FILES(Group.WINDOW, "Shortcut+Shift+A"),
    /// Moves the focus to the search.
    SEARCH(Group.WINDOW, "Shortcut+K", "Shortcut+F"),
    /// Moves the focus to the list.
    TO_LIST(Group.WINDOW, "Shortcut+L"),
    /// Takes the newest step back.
    UNDO(Group.WINDOW, "Shortcut+Z"),
    /// Makes the step that was undone last again.
    REDO(Group.WINDOW, "Shortcut+Shift+Z", "Shortcut+Y"),
    /// Gives the open project a star, or takes it away.
    STAR(Group.WINDOW, "Shortcut+D"),
    /// Moves the open project to the trash.
    TRASH_OPEN(Group.WINDOW, "Shortcut+Shift+Delete"),
    /// Shows or hides the preview of the Markdown.
    PREVIEW(Group.WINDOW, "Shortcut+E"),
    /// Shows or hides the sidebar.
    SIDEBAR(Group.WINDOW, "F9"),
    /// Syncs at once.
    SYNC(Group.WINDOW, "F5", "Shortcut+R"),
    /// Opens the settings.
    SETTINGS(Group.WINDOW, "Shortcut+Comma"),
    /// Opens the overview of keys.
    OVERVIEW(Group.WINDOW, "F1", "Shortcut+Slash"),
    /// Opens the menu of what has the focus.
    MENU(Group.LISTS, "Context Menu", "Shift+F10"),
    /// Opens what is selected.
    OPEN(Group.LISTS, "Enter"),
    /// Renames what is selected.
    RENAME(Group.LISTS, "F2"),
    /// Moves what is selected to the trash, or deletes the label.
    DELETE(Group.LISTS, "Delete"),
    /// Goes back to the list of projects; there, ends the search or a selection of several.
    BACK(Group.LISTS, "Esc"),
    /// Shows what is in the selected file.
    LOOK(Group.LISTS, "Space"),
    /// Copies the selected files.
    COPY(Group.LISTS, "Shortcut+C"),
    /// Adds the files or the image on the clipboard.
    PASTE(Group.LISTS, "Shortcut+V"),
    /// Moves what is selected up by one place.
    UP(Group.LISTS, "Alt+Up"),
    /// Moves what is selected down by one place.
    DOWN(Group.LISTS, "Alt+Down"),
    /// Goes from a title to its text.
    TO_TEXT(Group.TEXTS, "Enter"),
    /// Moves on to the next control; indents in a list item and in a selection.
    NEXT(Group.TEXTS, "Tab"),
    /// Lets the next Tab move on, wherever it is.
    LEAVE(Group.TEXTS, "Esc"),
    /// Goes to the next conflict.
    NEXT_CONFLICT(Group.CONFLICTS, "Alt+Page Down"),
    /// Goes to the conflict before.
    PREVIOUS_CONFLICT(Group.CONFLICTS, "Alt+Page Up"),
    /// Goes to the next piece of a text.
    NEXT_PIECE(Group.CONFLICTS, "Alt+Down"),
    /// Goes to the piece before.
    PREVIOUS_PIECE(Group.CONFLICTS, "Alt+Up"),
    /// Takes the version on the left.
    LEFT(Group.CONFLICTS, "Alt+Left"),
    /// Takes the version on the right.
    RIGHT(Group.CONFLICTS, "Alt+Right"),
    /// Takes both, one below the other.
    BOTH(Group.CONFLICTS, "Alt+B"),
    /// Takes the lines as they were before both changes.
    NEITHER(Group.CONFLICTS, "Alt+Delete", "Alt+Back_Space"),
    /// Begins to write the lines of a piece.
    WRITE(Group.CONFLICTS, "Alt+E"),
    /// Shows all unchanged lines, or folds them.
    UNFOLD(Group.CONFLICTS, "Alt+U"),
    /// Shows the texts as Markdown, or as they are written.
    AS_MARKDOWN(Group.CONFLICTS, "Alt+P"),
    /// Shows or hides the list of conflicts.
    CONFLICT_LIST(Group.CONFLICTS, "F9"),
    /// Saves the result.
    SAVE_RESULT(Group.CONFLICTS, "Shortcut+Enter"),
    /// Closes the window and leaves the conflict open.
    LATER(Group.CONFLICTS, "Esc");

    /// The place where a key works.
    public enum Group {
        /// Anywhere in the window.
        WINDOW,
        /// In the lists: projects, notes, files, places.
        LISTS,
        /// In titles and texts.
        TEXTS,
        /// In the window in which conflicts are resolved.
        CONFLICTS
    }

    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of values that cannot change
    private final List<KeyCombination> combinations;

    Keys(Group group, String... combinations) {
        this.group = group;
        this.combinations = Stream.of(combinations).map(KeyCombination::valueOf).toList();
    }

    /// The place where it works.
    public Group group() {
        return group;
    }

    /// Every combination that does the same; the one to tell people first.
    public List<KeyCombination> combinations() {
        return combinations;
    }

    /// Whether this was pressed.
    public boolean matches(KeyEvent event) {
        return combinations.stream().anyMatch(combination -> combination.match(event));
    }

    /// The first combination, as it is written on this computer's keyboard: "Ctrl+K".
    public String first() {
        return written(combinations.getFirst());
    }

    /// Each combination, as it is written on this computer's keyboard.
    public List<String> written() {
        return combinations.stream().map(Keys::written).toList();
    }

    /// The combination with the names that stand on keys.
    private static String written(KeyCombination combination) {
        return combination
                .getDisplayText()
                .replace("\u21b5", "Enter")
                .replace("Back_Space", "Backspace")
                .replace("Context Menu", "Menu")
                .replace("Escape", "Esc");
    }

    /// Shows this key beside the item of a context menu. The menu must not be one that a control holds, whose keys work
    /// anywhere in the window: see [ContextMenus].
    public MenuItem on(MenuItem item) {
        item.setAccelerator(combinations.getFirst());
        return item;
    }
}
