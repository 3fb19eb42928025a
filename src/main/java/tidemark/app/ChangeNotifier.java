package tidemark.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tidemark.db.Database;
import tidemark.db.Origin;

/// The news that the library was changed, by a commit of this process, or by another process, whose commits
/// [LibraryWatch] finds.
public final class ChangeNotifier {
    private final List<Consumer<Origin>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> foreign = new CopyOnWriteArrayList<>();

    ChangeNotifier(Database database) {
        database.onCommit(this::notifyListeners);
    }

    /// Calls `listener` after each change, on the thread that made or found it; it must not wait.
    public void onChange(Runnable listener) {
        listeners.add(_ -> listener.run());
    }

    /// Calls `listener` with the origin of each change, on the thread that made or found it; it must not wait.
    void onChange(Consumer<Origin> listener) {
        listeners.add(listener);
    }

    /// Calls `listener` after another process has changed the library, on a thread that may wait.
    void onForeignChange(Runnable listener) {
        foreign.add(listener);
    }

    private void notifyListeners(Origin origin) {
        listeners.forEach(listener -> listener.accept(origin));
    }

    /// Passes on that another process has changed the library, as an edit.
    void notifyForeignChange() {
        notifyListeners(Origin.EDIT);
        foreign.forEach(Runnable::run);
    }
}
