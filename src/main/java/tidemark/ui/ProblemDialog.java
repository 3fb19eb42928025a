package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.problem.Problem;
import tidemark.ui.base.Icons;

/// A dialog for a failure that there is no window to show in.
final class ProblemDialog {
    private static final double WIDTH = 460;
    private static final ButtonType REBUILD = new ButtonType(text("rebuild.do"), ButtonBar.ButtonData.OK_DONE);

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

    /// A dialog for a damaged library, with the offer to rebuild it.
    static Alert ofDamaged(Problem problem) {
        var alert = of(problem);
        alert.setHeaderText(text("rebuild.title"));
        alert.getDialogPane().setContent(content(problem, line(text("rebuild.effect"))));
        alert.getButtonTypes().setAll(REBUILD, ButtonType.CLOSE);
        return alert;
    }

    /// Shows the failure of a damaged library and returns whether the person wants to rebuild it.
    static boolean offersRebuilding(Problem problem) {
        return ofDamaged(problem).showAndWait().filter(REBUILD::equals).isPresent();
    }

    private static VBox content(Problem problem, Label... more) {
        var box = new VBox(line(problem.cause(), "text-bold"), line(problem.effect()), line(problem.remedy()));
        box.getChildren().addAll(more);
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
