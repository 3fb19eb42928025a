package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tidemark.files.TransferStatus.Running;
import tidemark.ui.base.Icons;

/// The state of a file as an icon, words and, while it is moved, a bar.
final class StateMark extends HBox {
    private final FontIcon icon = Icons.icon(Feather.CHECK);
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final FontIcon pin = Icons.icon(Feather.MAP_PIN);
    private String style = "";

    StateMark() {
        getStyleClass().add("file-state");
        words.setMinWidth(0);
        bar.getStyleClass().add("small");
        bar.setMinWidth(Region.USE_PREF_SIZE);
        bar.managedProperty().bind(bar.visibleProperty());
        pin.getStyleClass().add("pin");
        pin.managedProperty().bind(pin.visibleProperty());
        getChildren().setAll(icon, bar, words, pin);
    }

    /// Shows the state of this file.
    ///
    /// @param running its transfer, if it is under way
    void show(FileLine line, Optional<Running> running) {
        getStyleClass().remove(style);
        style = FileWords.style(line.state());
        getStyleClass().add(style);
        icon.setIconCode(FileWords.icon(line.state()));
        pin.setVisible(line.isPinned());
        bar.setVisible(running.isPresent());
        running.ifPresentOrElse(this::show, () -> words.setText(FileWords.state(line.state())));
    }

    private void show(Running running) {
        var part = running.size() == 0 ? 1 : (double) running.done() / running.size();
        bar.setProgress(part);
        words.setText(text("files.percent", Math.round(Math.floor(part * 100))));
    }
}
