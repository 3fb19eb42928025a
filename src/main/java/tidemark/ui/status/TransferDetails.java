package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Sizes;
import tidemark.ui.status.TransferLook.Kind;
import tidemark.ui.status.TransfersModel.Line;

/// The transfers of files in the details of the sync: what waits in each direction, and each file on its way.
public final class TransferDetails extends VBox {
    private final TransfersModel model;
    private final Label title = new Label();
    private final Label more = new Label();
    private final VBox rows = new VBox();
    private final Button button = new Button();

    /// The details of this model.
    public TransferDetails(TransfersModel model) {
        this.model = model;
        getStyleClass().add("transfer-details");
        title.getStyleClass().add("text-bold");
        title.setWrapText(true);
        more.getStyleClass().add("text-muted");
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        rows.getStyleClass().add("transfer-rows");
        button.setId("pause-transfers-here");
        getChildren().setAll(title, more, rows, button);
        managedProperty().bind(visibleProperty());
        model.look().subscribe(this::show);
        model.lines().subscribe(this::show);
    }

    private void show(TransferLook look) {
        setVisible(look.kind() != Kind.IDLE);
        title.setText(look.words());
        more.setText(look.more());
        var isPaused = look.kind() == Kind.PAUSED;
        button.setText(text(isPaused ? "transfers.resume" : "transfers.pause"));
        button.setOnAction(_ -> {
            if (isPaused) {
                model.resume();
            } else {
                model.pause();
            }
        });
    }

    private void show(List<Line> lines) {
        rows.getChildren().setAll(lines.stream().map(TransferDetails::row).toList());
    }

    private static HBox row(Line line) {
        var name = new Label(line.name(), Icons.icon(line.isUp() ? Feather.ARROW_UP : Feather.ARROW_DOWN));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var size = new Label(Sizes.words(line.size()));
        size.getStyleClass().add("text-muted");
        size.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new ProgressBar(line.part());
        bar.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(name, size, bar);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("transfer-row");
        return row;
    }
}
