package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.base.Texts.text;

import atlantafx.base.controls.Popover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import tidemark.library.SyncedRows;
import tidemark.sync.SyncState;
import tidemark.ui.status.SyncStates;

/// Every command of every menu and button that the window has, found by walking through it: each one that
/// changes rows is undone and made again, also while another device's edits arrive; any other is named here
/// with the reason.
@ExtendWith(ApplicationExtension.class)
final class EveryCommandTest {
    /// The commands that ask, because what they do cannot be undone.
    private static final Set<String> ASKING = Set.of(
            "#empty-trash",
            "#projects › menu › Delete for good…",
            "Popover › Decide…",
            "Popover › Skip what cannot be read…");

    /// The commands that change no row. The test holds each of them to it.
    private static final Map<String, String> UNCHANGING = Map.ofEntries(
            Map.entry("#settings", "opens a window: settings are this device's"),
            Map.entry("Ctrl+,", "opens a window: settings are this device's"),
            Map.entry("Popover › Choose where to sync…", "opens a window: the remote is this device's"),
            Map.entry("Popover › Settings…", "opens a window: the remote is this device's"),
            Map.entry("Popover › Sync now", "sync now"),
            Map.entry("Popover › Try again now", "sync now"),
            Map.entry("Popover › Pause", "sync is this device's"),
            Map.entry("Popover › Resume", "sync is this device's"),
            Map.entry("Popover › Compare devices", "asks the remote"),
            Map.entry("Popover › Show conflicts", "the list on show"),
            Map.entry("#theme", "the look of this device"),
            Map.entry("#sort › Title", "the order on show"),
            Map.entry("#sort › My order", "the order on show"),
            Map.entry("#sort › Due date", "the order on show"),
            Map.entry("#sort › Last edited", "the order on show"),
            Map.entry("#sidebar-toggle", "shows and hides a pane"),
            Map.entry("F9", "shows and hides a pane"),
            Map.entry("Ctrl+E", "shows and hides the preview"),
            Map.entry("#preview-toggle", "shows and hides the preview"),
            Map.entry("F1", "the overview of keys"),
            Map.entry("#menu › Keyboard shortcuts", "the overview of keys"),
            Map.entry("Ctrl+/", "the overview of keys"),
            Map.entry("Ctrl+F", "moves the focus"),
            Map.entry("Ctrl+K", "moves the focus"),
            Map.entry("Ctrl+L", "moves the focus"),
            Map.entry("#title › Enter", "moves the focus"),
            Map.entry("#parts › #note-title › Enter", "moves the focus"),
            Map.entry("#parts › #notes › menu › Rename", "moves the focus to its title"),
            Map.entry("#parts › #pin-project", "what is kept here is this device's"),
            Map.entry("#sidebar › Inner › menu › Keep its files on this device", "what is kept is this device's"),
            Map.entry("#sidebar › Work › menu › Keep its files on this device", "what is kept is this device's"),
            Map.entry("#parts › #files-as-grid", "the look of the files"),
            Map.entry("#parts › #files-as-table", "the look of the files"),
            Map.entry("#parts › #files › menu › Open", "opens another program"),
            Map.entry("#parts › #files › menu › Show in its folder", "opens another program"),
            Map.entry("#parts › #files › menu › Quick look", "opens a window"),
            Map.entry("#parts › #files › menu › Save as…", "writes outside of the library"),
            Map.entry("#parts › #files › menu › Copy", "fills the clipboard"),
            Map.entry("#parts › #files › menu › Keep on this device", "what is kept here is this device's"),
            Map.entry("#parts › #files › menu › Do not keep on this device", "what is kept here is this device's"),
            Map.entry("Ctrl+R", "sync now"),
            Map.entry("F5", "sync now"),
            Map.entry("#sync-indicator", "shows what there is to do"),
            Map.entry("#merged-badge", "shows what there is to do"),
            Map.entry("#review", "shows the conflict window"),
            Map.entry("#conflict-review", "shows the conflict window"),
            Map.entry("Close this message", "the toast"));

    private static final Situation WITH_PROJECT = new Situation("All projects", List.of("River"), 0);

    /// The trash comes first: what commands made and undos put there would hide what is looked for.
    private static final List<Situation> SITUATIONS = List.of(
            new Situation("Trash", List.of("Ditch"), 0),
            new Situation("Trash", List.of("Frogs", "Gone"), 0),
            WITH_PROJECT,
            new Situation("All projects", List.of("River"), 1),
            new Situation("All projects", List.of("River"), 2),
            new Situation("All projects", List.of("River", "Creek"), 0),
            new Situation("Conflicts", List.of("Hill"), 0),
            new Situation("Conflicts", List.of("Text"), 0));

    /// The commands that lead to others, one after another.
    private static final int LONGEST_PATH = 3;

    @TempDir
    Path folder;

    private OpenWindow open;
    private DrivenWindow driven;
    private OtherDevice other;
    private UndoLaw law;
    private final List<Runnable> later = new ArrayList<>();

    @BeforeEach
    void openWindow() throws IOException {
        var vault = Files.createDirectory(folder.resolve(OpenWindow.VAULT));
        Files.writeString(vault.resolve(OpenWindow.VAULT_FILE), "---\ntags: [spring]\n---\n# Source");
        open = OpenWindow.on(folder.resolve("laptop"), Theme.LIGHT, Optional.empty());
        FurnishedLibrary.fill(open, folder);
        other = new OtherDevice(folder, open.app);
        driven = new DrivenWindow(open);
        law = new UndoLaw(driven, other);
    }

    @AfterEach
    void closeWindow() {
        OpenWindow.look(Theme.LIGHT);
        other.close();
        open.close();
    }

    @Test
    void isUndoneOrAsksOrIsKnownToChangeNoRow() {
        for (var situation : SITUATIONS) {
            situation.arrange(driven);
            explore(situation, List.of(), Set.of());
        }
        later.forEach(Runnable::run);
        SyncStates.all().forEach(this::exploreDetails);
        assertThat(law.asking()).isEqualTo(ASKING);
        var unexplained = new TreeSet<>(law.unchanging());
        unexplained.removeIf(name -> law.undone().contains(name) || isUnchanging(name));
        assertThat(unexplained).as("commands that were not seen to do anything").isEmpty();
        assertThat(law.unchanging()).as("commands seen").containsAll(UNCHANGING.keySet());
        assertThat(law.undone()).contains("#menu › Import a folder…", "#menu › Import a file…");
        assertThat(law.undone()).as("commands undone").doesNotContainAnyElementsOf(UNCHANGING.keySet());
        other.catchUp();
        assertThat(other.rows()).isEqualTo(SyncedRows.of(open.app.library()));
    }

    /// Whether the command is known to change no row. A menu is shown by one; in the conflict window those go
    /// from one to another, and choose what a button will save.
    private static boolean isUnchanging(String name) {
        return UNCHANGING.containsKey(name)
                || name.endsWith(CommandWalk.MENU)
                || name.startsWith(text("conflict.window"));
    }

    /// Checks the commands that are on show after those of a path, except those that were there before.
    private void explore(Situation situation, List<String> path, Set<String> before) {
        var names = new TreeSet<>(driven.names());
        for (var name : names) {
            if (!before.contains(name) && !isDone(name)) {
                reach(situation, path);
                check(situation, path, name, names);
            }
        }
    }

    /// Checks the commands that the details of the sync offer in this state.
    private void exploreDetails(SyncState state) {
        for (var name : details(state)) {
            if (!isDone(name)) {
                details(state);
                law.check(driven.command(name));
            }
        }
        driven.closeOthers();
    }

    private List<String> details(SyncState state) {
        WITH_PROJECT.arrange(driven);
        driven.act(() -> open.window.show(open.app.syncing().status().in(state)));
        driven.fire(driven.command("#sync-indicator").act());
        var offered = driven.names().stream()
                .filter(name -> name.startsWith("Popover › "))
                .toList();
        assertThat(offered).as("commands in the details of %s", state).isNotEmpty();
        return offered;
    }

    /// A command that did nothing may do something in another situation.
    private boolean isDone(String name) {
        return law.undone().contains(name)
                || law.asking().contains(name)
                || (isUnchanging(name) && law.unchanging().contains(name));
    }

    private void reach(Situation situation, List<String> path) {
        situation.arrange(driven);
        path.forEach(step -> driven.fire(driven.command(step).act()));
    }

    private void check(Situation situation, List<String> path, String name, Set<String> names) {
        var changed = law.check(driven.command(name));
        var deeper = Stream.concat(path.stream(), Stream.of(name)).toList();
        if (deeper.size() > LONGEST_PATH || !leadsOn()) {
            return;
        }
        if (!changed) {
            explore(situation, deeper, names);
        } else if (!path.isEmpty() && !path.getLast().endsWith(CommandWalk.MENU)) {
            later.add(() -> exploreAfterChange(situation, deeper, names));
        }
    }

    /// Checks the commands that a change offers where it was made, such as its undo; each time it is made
    /// anew.
    private void exploreAfterChange(Situation situation, List<String> path, Set<String> before) {
        reach(situation, path);
        var offered = new TreeSet<>(driven.names());
        offered.removeIf(name -> before.contains(name) || isDone(name));
        driven.closeOthers();
        law.undo();
        for (var name : offered) {
            reach(situation, path);
            if (driven.names().contains(name)) { // the preview hides the pieces
                law.check(driven.command(name));
            }
            driven.closeOthers();
            law.undo();
        }
    }

    /// Whether there is a popover or the conflict window: their commands are the window's own.
    private boolean leadsOn() {
        var others = driven.windows().stream().skip(1).toList();
        return !others.isEmpty() && others.stream().allMatch(EveryCommandTest::isPart);
    }

    private static boolean isPart(Window window) {
        return window instanceof Popover
                || window instanceof ContextMenu
                || (window instanceof Stage stage && stage.getTitle().equals(text("conflict.window")));
    }
}
