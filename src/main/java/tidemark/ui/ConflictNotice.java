package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.function.LongConsumer;
import javafx.animation.PauseTransition;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.ui.base.Icons;

/// A notification of new conflicts: one after each sync round, however many there are.
final class ConflictNotice {
    private static final Duration SHOWN = Duration.seconds(12);
    private static final double WIDTH = 360;
    private static final double MARGIN = 20;

    private final LongConsumer onConflicts;
    private long known;

    /// A notice for a window.
    ///
    /// @param known the number of conflicts when the window opened
    /// @param onConflicts receives the number of conflicts to review
    ConflictNotice(long known, LongConsumer onConflicts) {
        this.known = known;
        this.onConflicts = onConflicts;
    }

    /// Takes note of the sync's status. While a round is under way nothing is told: more conflicts may come.
    void show(SyncStatus status) {
        if (status.state() instanceof SyncState.Syncing || status.state() instanceof SyncState.Checking) {
            return;
        }
        if (status.conflicts() > known) {
            onConflicts.accept(status.conflicts());
        }
        known = status.conflicts();
    }

    /// Shows the notification in a corner of the screen for a few seconds; a click on it runs `action`.
    static void show(Window owner, long conflicts, Runnable action) {
        var notification =
                new Notification(text("conflict.notice", conflicts), Icons.large(Feather.ALERT_TRIANGLE, "warning"));
        notification.getStyleClass().addAll(Styles.ELEVATED_2, "conflict-notice");
        notification.setPrefWidth(WIDTH);
        var popup = new Popup();
        popup.getContent().setAll(notification);
        notification.setOnClose(_ -> popup.hide());
        notification.setOnMouseClicked(_ -> {
            popup.hide();
            action.run();
        });
        var screen = Screen.getPrimary().getVisualBounds();
        popup.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_RIGHT);
        popup.show(owner, screen.getMaxX() - MARGIN, screen.getMaxY() - MARGIN);
        var leave = new PauseTransition(SHOWN);
        leave.setOnFinished(_ -> popup.hide());
        leave.play();
    }
}
