package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import tidemark.app.App;
import tidemark.app.base.ProgramVersion;
import tidemark.app.updates.Update;
import tidemark.app.updates.Updates;
import tidemark.problem.TidemarkException;
import tidemark.ui.base.Background;

/// The dialog that checks for a newer version, at the address and time that the person chooses, and opens its download
/// in the browser.
final class UpdatesDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 560;

    private final App app;
    private final Background background;
    private final Consumer<URI> browser;
    private final TextField address = new TextField();
    private final TextField key = new TextField();
    private final Label answer = new Label();
    private final Button check = new Button(text("updates.check"));
    private final Button download = new Button(text("updates.download"));

    UpdatesDialog(Window owner, App app, Background background, Updates.Source source, Consumer<URI> browser) {
        this.app = app;
        this.background = background;
        this.browser = browser;
        initOwner(owner);
        setTitle(text("updates.title"));
        setHeaderText(null);
        address.setText(source.address());
        key.setText(source.key());
        getDialogPane().setContent(new VBox(fields(), answer(), buttons()));
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    }

    private Node fields() {
        address.setId("updates-address");
        address.setPromptText("https://");
        key.setId("updates-key");
        var grid = new GridPane();
        grid.getStyleClass().add("settings");
        grid.addRow(0, name("updates.address"), address);
        grid.addRow(1, name("updates.key"), key);
        GridPane.setHgrow(address, Priority.ALWAYS);
        return grid;
    }

    private static Label name(String words) {
        var name = new Label(text(words));
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private Label answer() {
        answer.setId("updates-answer");
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.setText(text("updates.off"));
        return answer;
    }

    private Node buttons() {
        check.setId("updates-check");
        check.disableProperty().bind(address.textProperty().isEmpty());
        check.setOnAction(_ -> check());
        download.setId("updates-download");
        download.setVisible(false);
        var buttons = new HBox(check, download);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }

    private void check() {
        download.setVisible(false);
        answer.setText(text("updates.checking"));
        var source = new Updates.Source(address.getText(), key.getText());
        background
                .run(() -> {
                    app.updates().source(source);
                    return app.updates().check(source);
                })
                .then(this::show, this::fail);
    }

    private void show(Optional<Update> newer) {
        answer.setText(newer.map(update -> text("updates.newer", update.version(), update.notes()))
                .orElse(text("updates.none", ProgramVersion.current())));
        download.setVisible(newer.isPresent());
        newer.ifPresent(update -> download.setOnAction(_ -> browser.accept(update.download())));
    }

    private void fail(Throwable failure) {
        answer.setText(
                failure instanceof TidemarkException known ? known.problem().toString() : String.valueOf(failure));
    }
}
