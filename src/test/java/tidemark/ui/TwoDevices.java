package tidemark.ui;

import static tidemark.ui.OpenWindow.eventually;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.remotes.FolderRemote;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.sync.SyncState;

/// A laptop with a window and a desk without one, on one folder, which can be kept from hearing of each other.
final class TwoDevices implements AutoCloseable {
    final OpenWindow laptop;
    final App desk;

    TwoDevices(Path folder, Theme theme) {
        laptop = OpenWindow.on(folder.resolve("laptop"), theme, Optional.empty());
        laptop.app.deviceName("Laptop");
        desk = TestApp.open(folder, "desk");
        desk.deviceName("Desk");
        var remote = new FolderRemote(folder.resolve("remote"), FolderRemote.DEFAULT_USER);
        laptop.app.syncing().useFolder(remote);
        desk.syncing().useFolder(remote);
    }

    Library here() {
        return laptop.app.library();
    }

    Library there() {
        return desk.library();
    }

    static void edit(Library library, ProjectId id, UnaryOperator<ProjectDetails> change) {
        var was = library.projects().find(id).orElseThrow();
        library.projects().save(was, change.apply(was.details()));
    }

    /// Syncs until both hold the same and have nothing pending.
    void syncBoth() {
        send(laptop.app);
        desk.syncing().syncNow();
        eventually(() -> isSame() && desk.status().pending() == 0);
        laptop.app.syncing().syncNow();
        eventually(this::isSame);
    }

    /// Syncs until nothing is pending: by the database, since the service's own count may be from before an edit.
    static void send(App app) {
        app.syncing().syncNow();
        eventually(() -> app.status().pending() == 0);
    }

    private boolean isSame() {
        return desk.status().stateHash().equals(laptop.app.status().stateHash());
    }

    /// Lets both edit without hearing of each other; the desk's edit is in the log first, so the laptop merges.
    void editApart(Runnable here, Runnable there) {
        laptop.app.syncing().pause();
        eventually(() -> laptop.app.syncing().status().state() instanceof SyncState.Paused);
        here.run();
        there.run();
        send(desk);
        laptop.app.syncing().resume();
        eventually(() -> laptop.app.status().pending() == 0);
        syncBoth();
    }

    @Override
    public void close() {
        laptop.close();
        desk.close();
    }
}
