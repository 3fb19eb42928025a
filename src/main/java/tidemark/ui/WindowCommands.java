package tidemark.ui;

import java.util.List;
import java.util.function.Consumer;
import tidemark.app.App;
import tidemark.app.base.Traffic;
import tidemark.sync.Comparison;
import tidemark.sync.SyncState;
import tidemark.ui.base.Background;
import tidemark.ui.status.SyncCommands;

/// The commands of the sync indicator, for a window.
///
/// @param dialogs the window's dialogs
/// @param showConflictList shows the list of conflicts
record WindowCommands(App app, Background background, Dialogs dialogs, Runnable showConflictList)
        implements SyncCommands {
    @Override
    public void syncNow() {
        background.execute(app.syncing()::syncNow);
    }

    @Override
    public void pause() {
        background.execute(app.syncing()::pause);
    }

    @Override
    public void resume() {
        background.execute(app.syncing()::resume);
    }

    @Override
    public void openSettings() {
        dialogs.remote();
    }

    @Override
    public void showConflicts() {
        showConflictList.run();
    }

    @Override
    public void decide(SyncState.ActionNeeded needed) {
        dialogs.rollback(needed);
    }

    @Override
    public void skipUnreadable(SyncState.ActionNeeded needed) {
        dialogs.skipUnreadable(needed.problem());
    }

    @Override
    public void compareDevices(Consumer<List<Comparison>> reader) {
        background.run(() -> app.inspection().devices().orElse(List.of())).then(reader);
    }

    @Override
    public void readTraffic(Consumer<Traffic.Summary> reader) {
        background.run(app.traffic()::summary).then(reader);
    }
}
