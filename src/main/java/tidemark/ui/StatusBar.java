package tidemark.ui;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tidemark.ui.status.SyncIndicator;
import tidemark.ui.status.TransferBar;

/// The bar below the panes: the state of the sync, and the transfers of files.
final class StatusBar extends HBox {
    StatusBar(SyncIndicator indicator, TransferBar transfers) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(indicator, gap, transfers);
        getStyleClass().add("status-bar");
    }
}
