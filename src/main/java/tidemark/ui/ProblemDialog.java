package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.problem.Problem;
import tidemark.ui.base.Icons;

/// A failure in a dialog of its own, for when there is no window to show it in.
final class ProblemDialog {
    private static final double WIDTH = 460;

    private ProblemDialog() {}

    static Alert of(Problem problem) {
        var alert = new Alert(Alert.AlertType.ERROR);
        alert.setTitle(text("app.name"));
        alert.setHeaderText(text("problem.title"));
        alert.setGraphic(Icons.large(Feather.ALERT_OCTAGON, "danger"));
        alert.getDialogPane().setContent(content(problem));
        alert.getDialogPane().setPrefWidth(WIDTH);
        alert.getButtonTypes().setAll(ButtonType.CLOSE);
        return alert;
    }

    private static VBox content(Problem problem) {
        var box = new VBox(line(problem.cause(), "text-bold"), line(problem.effect()), line(problem.remedy()));
        box.getStyleClass().add("problem");
        box.setSpacing(10);
        return box;
    }

    private static Label line(String words, String... styles) {
        var line = new Label(words);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().addAll(styles);
        return line;
    }
}
