package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.S3Remote;
import tidemark.app.remotes.WebDavRemote;
import tidemark.remote.s3.S3Provider;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavPreset;
import tidemark.ui.base.Icons;

/// The window in which a remote is chosen: its kind on the left, the form beside it, and below it the probe and the dry
/// run of the first sync.
public final class SetupWindow {
    private static final double WIDTH = 880;
    private static final double HEIGHT = 680;
    private static final double KINDS_WIDTH = 240;
    private static final double QUESTION_WIDTH = 560;

    /// A kind of remote.
    private record Kind(String title, Feather icon, Supplier<Form> form) {}

    private final SetupModel model;
    private final Stage stage = new Stage();
    private final VBox formBox = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final TestList tests = new TestList(this::trust);
    private final Button test = new Button(text("setup.test"));
    private final Button use = new Button(text("setup.use"));
    private Form form;

    /// A window on this model; it appears with [#show].
    ///
    /// @param current the remote that is set, if any
    public SetupWindow(SetupModel model, Window owner, Optional<RemoteSettings> current) {
        this.model = model;
        var kinds = kinds(current);
        var first = first(current);
        this.form = kinds.get(first).form().get();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(text("setup.window"));
        var root = new BorderPane(content());
        root.setLeft(list(kinds, first));
        root.setBottom(buttons());
        root.getStyleClass().addAll("window", "setup-window");
        var scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.setScene(scene);
        stage.setX(owner.getX() + (owner.getWidth() - WIDTH) / 2);
        stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - HEIGHT) / 2));
        model.stage().subscribe(now -> show(now));
        model.changed();
    }

    /// Shows the window.
    public void show() {
        stage.show();
    }

    private List<Kind> kinds(Optional<RemoteSettings> current) {
        var folder = current.filter(FolderRemote.class::isInstance).map(FolderRemote.class::cast);
        var bucket = current.filter(S3Remote.class::isInstance).map(S3Remote.class::cast);
        var server = current.filter(WebDavRemote.class::isInstance).map(WebDavRemote.class::cast);
        var kinds = new ArrayList<Kind>();
        kinds.add(new Kind(text("setup.kind.folder"), Feather.FOLDER, () -> new FolderForm(folder, model::changed)));
        for (var provider : S3Provider.values()) {
            var filled = provider == S3Provider.OTHER ? bucket : Optional.<S3Remote>empty();
            kinds.add(new Kind(
                    provider == S3Provider.OTHER ? text("setup.kind.other") : provider.title(),
                    Feather.DATABASE,
                    () -> new BucketForm(provider, filled, model::changed)));
        }
        for (var preset : WebDavPreset.values()) {
            var filled = preset == WebDavPreset.OTHER ? server : Optional.<WebDavRemote>empty();
            kinds.add(new Kind(preset.title(), Feather.GLOBE, () -> new WebDavForm(preset, filled, model::changed)));
        }
        return kinds;
    }

    /// The index of the present remote's kind; for servers that of the last of their sort, which takes any address.
    private static int first(Optional<RemoteSettings> current) {
        return current.map(remote -> switch (remote) {
                    case FolderRemote _ -> 0;
                    case S3Remote _ -> S3Provider.values().length;
                    case WebDavRemote _ -> S3Provider.values().length + WebDavPreset.values().length;
                })
                .orElse(0);
    }

    private Node list(List<Kind> kinds, int first) {
        var list = new ListView<Kind>();
        list.setId("kinds");
        list.getItems().setAll(kinds);
        list.setPrefWidth(KINDS_WIDTH);
        list.getStyleClass().addAll("edge-to-edge", "notes", "setup-kinds");
        list.setCellFactory(_ -> new KindCell());
        list.getSelectionModel().select(first);
        list.getSelectionModel().selectedItemProperty().subscribe(kind -> {
            if (kind != null) {
                choose(kind);
            }
        });
        return list;
    }

    private void choose(Kind kind) {
        form = kind.form().get();
        formBox.getChildren().setAll(form.node());
        model.changed();
    }

    private Node content() {
        formBox.getChildren().setAll(form.node());
        var box = new VBox(formBox, tests);
        box.getStyleClass().add("setup-content");
        scroll.setContent(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        box.heightProperty().subscribe(() -> {
            if (!(model.stage().get() instanceof SetupStage.Filling)) {
                scroll.setVvalue(1);
            }
        });
        return scroll;
    }

    private Node buttons() {
        var cancel = new Button(text("setup.cancel"));
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(_ -> stage.close());
        cancel.setCancelButton(true);
        test.setId("test-connection");
        test.setOnAction(_ -> model.test(() -> form.input()));
        use.setId("use-storage");
        use.setOnAction(_ -> model.use(() -> form.input()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(cancel, gap, test, use);
        line.getStyleClass().addAll("buttons", "conflict-buttons");
        return line;
    }

    /// Asks whether to accept a certificate; the question shows its fingerprint again.
    private void trust(Fingerprint shown) {
        var accept = new ButtonType(text("setup.trust.yes"), ButtonBar.ButtonData.OK_DONE);
        var alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                text("setup.trust.ask", FingerprintWords.lines(shown)),
                accept,
                ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setHeaderText(text("setup.trust.title"));
        alert.setGraphic(Icons.large(Feather.SHIELD, "warning"));
        alert.getDialogPane().setId("trust-question");
        alert.getDialogPane().setMinWidth(QUESTION_WIDTH);
        makeDefault(alert, ButtonType.CANCEL);
        alert.showAndWait().filter(accept::equals).ifPresent(_ -> {
            form.trust(shown);
            model.test(() -> form.input());
        });
    }

    /// Makes one button the default, so that the Enter key does not accept a certificate.
    private static void makeDefault(Alert alert, ButtonType type) {
        for (var each : alert.getButtonTypes()) {
            if (alert.getDialogPane().lookupButton(each) instanceof Button button) {
                button.setDefaultButton(each.equals(type));
            }
        }
    }

    private void show(SetupStage now) {
        tests.show(now);
        test.setDisable(now instanceof SetupStage.Testing);
        use.setDisable(!(now instanceof SetupStage.Ready));
        emphasise(now instanceof SetupStage.Ready ? use : test);
        if (now instanceof SetupStage.Done) {
            stage.close();
        }
    }

    private void emphasise(Button next) {
        for (var button : List.of(test, use)) {
            button.getStyleClass().removeAll("accent", "button-outlined");
            button.getStyleClass().add(button.equals(next) ? "accent" : "button-outlined");
            button.setDefaultButton(button.equals(next));
        }
    }

    /// A kind in the list.
    private static final class KindCell extends ListCell<Kind> {
        @Override
        protected void updateItem(Kind kind, boolean empty) {
            super.updateItem(kind, empty);
            var isShown = !empty && kind != null;
            setGraphic(isShown ? new Label(kind.title(), Icons.icon(kind.icon())) : null);
        }
    }
}
