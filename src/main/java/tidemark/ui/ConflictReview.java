package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import tidemark.conflict.Choice;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;
import tidemark.sync.SyncStatus;
import tidemark.ui.base.Services;
import tidemark.ui.conflicts.ConflictWindow;
import tidemark.ui.conflicts.ConflictsModel;
import tidemark.ui.list.ListModel;
import tidemark.ui.list.ListSource;

/// The review of conflicts from the main window: the window in which they are resolved, and the toast that tells of new
/// ones.
final class ConflictReview {
    private final Services services;
    private final ConflictsModel conflicts;
    private final UndoControls undoControls;
    private final ListModel list;
    private final ConflictNotice notice;
    private Runnable withdrawNotice = () -> {};
    private Optional<ConflictWindow> window = Optional.empty();

    /// @param first the status when the main window opens
    ConflictReview(Services services, UndoControls undoControls, ListModel list, SyncStatus first) {
        this.services = services;
        this.undoControls = undoControls;
        this.list = list;
        conflicts = new ConflictsModel(
                services.library(),
                services.background(),
                services.undo(),
                services.app()::deviceName,
                services.clock());
        notice = new ConflictNotice(first.conflicts(), this::tell);
        list.open().subscribe(() -> withdrawNotice.run());
    }

    /// Takes note of the sync's status.
    void show(SyncStatus status) {
        notice.show(status);
    }

    /// Reads the conflicts again while they are on show.
    void refresh() {
        if (isResolving()) {
            conflicts.refresh();
        }
    }

    /// Opens the window in which conflicts are resolved, on this one.
    void review(Conflict conflict) {
        conflicts.refresh();
        conflicts.open(conflict);
        var opened = window.orElseGet(
                () -> new ConflictWindow(conflicts, services.owner(), undoControls::undo, undoControls::redo));
        window = Optional.of(opened);
        opened.show();
    }

    /// Opens that window on what a choice for all conflicts of a project would do.
    void review(ConflictGroup group, Choice choice) {
        review(group.conflicts().getFirst());
        conflicts.previewAll(group, choice);
    }

    /// Shows the list of conflicts.
    void showList() {
        list.source().set(new ListSource.InConflict());
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
        services.background()
                .run(() -> services.library().conflicts().areAllIn(fresh, open))
                .then(areSeen -> {
                    if ((areSeen || isResolving()) == isSeen) {
                        action.run();
                    }
                });
    }

    private boolean isResolving() {
        return window.filter(ConflictWindow::isShowing).isPresent();
    }
}
