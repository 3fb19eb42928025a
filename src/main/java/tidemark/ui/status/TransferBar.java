package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tidemark.ui.base.Icons;
import tidemark.ui.status.TransferLook.Kind;

/// The transfers of files in the status bar: how much is over, how fast they are, and the button that pauses them. It
/// is there only while something is moved or waits.
public final class TransferBar extends HBox {
    private final TransfersModel model;
    private final FontIcon icon = Icons.icon(Feather.REPEAT);
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button button = Icons.button(Feather.PAUSE, text("transfers.pause"));
    private String style = "";

    /// A bar of this model.
    public TransferBar(TransfersModel model) {
        this.model = model;
        setId("transfers");
        getStyleClass().add("transfer-bar");
        setAlignment(Pos.CENTER_RIGHT);
        words.setMinWidth(0);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        bar.managedProperty().bind(bar.visibleProperty());
        button.setId("pause-transfers");
        button.setMinWidth(Region.USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        getChildren().setAll(icon, words, bar, button);
        model.look().subscribe(this::show);
    }

    private void show(TransferLook look) {
        setVisible(look.kind() != Kind.IDLE);
        getStyleClass().remove(style);
        style = look.kind() == Kind.STUCK ? "warning" : "muted";
        getStyleClass().add(style);
        icon.setIconCode(look.kind().icon());
        words.setText(look.words());
        words.setTooltip(new Tooltip(look.more()));
        bar.setVisible(look.part().isPresent());
        look.part().ifPresent(bar::setProgress);
        var isPaused = look.kind() == Kind.PAUSED;
        var name = text(isPaused ? "transfers.resume" : "transfers.pause");
        button.setGraphic(Icons.icon(isPaused ? Feather.PLAY : Feather.PAUSE));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> {
            if (isPaused) {
                model.resume();
            } else {
                model.pause();
            }
        });
    }
}
