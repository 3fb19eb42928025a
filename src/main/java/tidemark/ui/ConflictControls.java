package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import tidemark.library.Conflict;
import tidemark.library.Library;
import tidemark.sync.SyncStatus;
import tidemark.ui.base.Background;
import tidemark.ui.conflicts.ConflictWindow;
import tidemark.ui.conflicts.ConflictsModel;
import tidemark.ui.list.ListModel;
import tidemark.ui.list.ListSource;

/// The window's ways to conflicts: the list of them, the window in which they are resolved, and a toast for new ones.
final class ConflictControls {
    private final Library library;
    private final Background background;
    private final ConflictsModel model;
    private final ListModel list;
    private final UndoControls undoControls;
    private final ConflictNotice notice;
    private Optional<ConflictWindow> window = Optional.empty();
    private Runnable withdrawNotice = () -> {};

    /// @param known the number of conflicts that the person has been told of
    ConflictControls(ConflictsModel model, ListModel list, UndoControls undoControls, Reading reading, long known) {
        this.model = model;
        this.list = list;
        this.undoControls = undoControls;
        this.library = reading.library();
        this.background = reading.background();
        this.notice = new ConflictNotice(known, this::tell);
        list.open().subscribe(() -> withdrawNotice.run());
    }

    /// The library, and the background in which it is read.
    record Reading(Library library, Background background) {}

    /// Opens the window in which conflicts are resolved, on this one.
    void review(Conflict conflict) {
        model.refresh();
        model.open(conflict);
        var opened = window.orElseGet(() -> new ConflictWindow(
                model, undoControls.toast().getScene().getWindow(), undoControls::undo, undoControls::redo));
        window = Optional.of(opened);
        opened.show();
    }

    /// Shows the list of conflicts.
    void showList() {
        list.source().set(new ListSource.InConflict());
    }

    /// Reads the conflicts again where they are being resolved, because the library has changed.
    void refresh() {
        if (isResolving()) {
            model.refresh();
        }
    }

    /// Takes note of the sync's status.
    void show(SyncStatus status) {
        notice.show(status);
    }

    /// Tells of new conflicts by a toast, unless all of them are told of elsewhere: by the banner of the open project,
    /// or in the window in which they are resolved.
    private void tell(long count, long fresh) {
        var news = text("conflict.notice", count);
        ifSeen(fresh, false, () -> undoControls.toast().show(news, text("conflict.notice.show"), this::showList));
        withdrawNotice = () -> ifSeen(fresh, true, () -> undoControls.toast().withdraw(news));
    }

    private void ifSeen(long fresh, boolean isSeen, Runnable action) {
        var isOne = list.selected().get().size() <= 1;
        var open = list.open().get().filter(_ -> isOne);
        background.run(() -> library.conflicts().areAllIn(fresh, open)).then(areSeen -> {
            if ((areSeen || isResolving()) == isSeen) {
                action.run();
            }
        });
    }

    private boolean isResolving() {
        return window.filter(ConflictWindow::isShowing).isPresent();
    }
}
