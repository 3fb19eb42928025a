package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import tidemark.app.App;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;
import tidemark.ui.base.Background;
import tidemark.ui.base.Icons;
import tidemark.ui.setup.SetupModel;
import tidemark.ui.setup.SetupWindow;

/// The dialogs that a person opens from the main window.
///
/// @param stage the main window
/// @param rehearsals shows what a step would change
/// @param browser opens an address in the system's browser
record Dialogs(App app, Stage stage, Background background, Rehearsals rehearsals, Consumer<URI> browser) {
    private static final double SKIP_WIDTH = 560;

    /// Shows the settings.
    ///
    /// @param theme the present theme
    /// @param look receives another theme when one is chosen
    void settings(Theme theme, Consumer<Theme> look) {
        background
                .run(() -> new SettingsDialog.Values(
                        app.deviceName(),
                        app.remotes().current(),
                        theme,
                        app.settings().conflictPolicy(),
                        app.files().settings()))
                .then(shown -> new SettingsDialog(
                                stage,
                                app,
                                background,
                                shown,
                                new SettingsDialog.Actions(look, this::remote, this::restore, this::updates))
                        .show());
    }

    /// Shows the set-up of the remote.
    void remote() {
        background
                .run(app.remotes()::current)
                .then(current -> new SetupWindow(new SetupModel(app, background), stage, current).show());
    }

    /// Asks which backup to restore.
    void restore() {
        background
                .run(() -> app.backups().all())
                .then(all -> new RestoreDialog(stage, app.backups(), background, rehearsals, all).ask());
    }

    /// Asks whose state counts, after a rollback of the remote.
    void rollback(SyncState.ActionNeeded state) {
        new RollbackDialog(stage, app, background, rehearsals, state).show();
    }

    /// Asks whether to skip the batch on the remote that no device can read.
    void skipUnreadable(Problem problem) {
        var skip = new ButtonType(text("skip.ask.yes"), ButtonBar.ButtonData.OK_DONE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, text("skip.ask", problem.cause()), skip, ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setHeaderText(text("skip.ask.title"));
        alert.setGraphic(Icons.large(Feather.ALERT_OCTAGON, "danger"));
        alert.getDialogPane().setPrefWidth(SKIP_WIDTH);
        alert.showAndWait().filter(skip::equals).ifPresent(_ -> background.execute(app.syncing()::skipUnreadable));
    }

    /// Shows the check for a newer version.
    void updates() {
        background
                .run(() -> app.updates().source())
                .then(source -> new UpdatesDialog(stage, app, background, source, browser).show());
    }

    /// Asks whether the window is to be closed although what was typed last could not be saved.
    boolean closesUnsaved() {
        var close = new ButtonType(text("close.unsaved.yes"), ButtonBar.ButtonData.OK_DONE);
        var keep = new ButtonType(text("close.unsaved.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, text("close.unsaved"), close, keep);
        alert.initOwner(stage);
        alert.setHeaderText(text("close.unsaved.title"));
        alert.setGraphic(Icons.large(Feather.ALERT_OCTAGON, "danger"));
        alert.getDialogPane().lookupButton(close).getStyleClass().add("danger");
        return alert.showAndWait().filter(close::equals).isPresent();
    }

    /// Runs `emptying` once the person has confirmed how many items are removed for good.
    void emptyTrash(Runnable emptying) {
        background
                .run(() -> app.library().trash().list().size())
                .then(count -> removeForGood(text("trash.ask.title"), count, emptying));
    }

    /// Runs `removal` once the person has confirmed that so many items are removed for good.
    void removeForGood(int count, Runnable removal) {
        removeForGood(text("trash.ask.some.title", count), count, removal);
    }

    private void removeForGood(String title, int count, Runnable removal) {
        var remove = new ButtonType(text("trash.ask.yes"), ButtonBar.ButtonData.OK_DONE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, text("trash.ask", count), remove, ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setHeaderText(title);
        alert.setGraphic(Icons.large(Feather.TRASH_2, "danger"));
        alert.getDialogPane().lookupButton(remove).getStyleClass().add("danger");
        alert.showAndWait().filter(remove::equals).ifPresent(_ -> removal.run());
    }
}
