package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import tidemark.app.App;
import tidemark.app.FolderRemote;
import tidemark.app.RemoteSettings;
import tidemark.app.S3Remote;
import tidemark.problem.TidemarkException;
import tidemark.ui.base.Background;

/// The settings of this copy of the library: its name here, its look, its remote.
final class SettingsDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 620;

    private final App app;
    private final Background background;
    private final Consumer<Theme> look;
    private final TextField device = new TextField();
    private final TextField folder = new TextField();
    private final Label answer = new Label();

    /// What the dialog shows at first.
    record Shown(String device, Optional<RemoteSettings> remote, Theme theme) {}

    SettingsDialog(Window owner, App app, Background background, Shown shown, Consumer<Theme> look) {
        this.app = app;
        this.background = background;
        this.look = look;
        initOwner(owner);
        setTitle(text("settings.title"));
        setHeaderText(null);
        device.setText(shown.device());
        device.setId("device-name");
        shown.remote().ifPresent(remote -> folder.setText(place(remote)));
        folder.setId("remote-folder");
        getDialogPane().setContent(content(shown));
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        setOnHidden(_ -> keepDevice(shown.device()));
    }

    private static String place(RemoteSettings remote) {
        return switch (remote) {
            case FolderRemote folder -> folder.folder().toString();
            case S3Remote _ -> "";
        };
    }

    private Node content(Shown shown) {
        var grid = new GridPane();
        grid.getStyleClass().add("settings");
        grid.addRow(0, name("settings.device"), device);
        grid.addRow(1, name("settings.theme"), themes(shown.theme()));
        grid.addRow(2, name("settings.remote"), remoteLine());
        grid.add(answer, 1, 3);
        grid.addRow(4, name("settings.about"), about());
        GridPane.setHgrow(device, Priority.ALWAYS);
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.getStyleClass().add("text-muted");
        answer.setId("remote-answer");
        answer.setText(text("settings.remote.hint"));
        return new VBox(grid);
    }

    private static Label name(String key) {
        var name = new Label(text(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static Label about() {
        var about = new Label(text("settings.about.text"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        return about;
    }

    private Node themes(Theme current) {
        var choice = new ChoiceBox<Theme>();
        choice.getItems().setAll(Theme.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Theme theme) {
                return text("settings.theme." + theme.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Theme fromString(String words) {
                throw new IllegalStateException("a theme is chosen, not typed: " + words);
            }
        });
        choice.setValue(current);
        choice.valueProperty().addListener((_, _, chosen) -> look.accept(chosen));
        return choice;
    }

    private Node remoteLine() {
        var browse = new Button(text("settings.browse"));
        browse.setOnAction(_ -> browse());
        var use = new Button(text("settings.use"));
        use.setId("use-folder");
        use.getStyleClass().add("accent");
        use.setOnAction(_ -> use());
        HBox.setHgrow(folder, Priority.ALWAYS);
        var line = new HBox(folder, browse, use);
        line.getStyleClass().add("buttons");
        return line;
    }

    private void browse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(text("settings.remote"));
        var current = new File(folder.getText());
        if (current.isDirectory()) {
            chooser.setInitialDirectory(current);
        }
        Optional.ofNullable(chooser.showDialog(getOwner())).ifPresent(chosen -> folder.setText(chosen.toString()));
    }

    private void use() {
        var typed = folder.getText().strip();
        background
                .run(() -> {
                    if (typed.isEmpty()) {
                        app.syncing().useNothing();
                    } else {
                        app.syncing().useFolder(new FolderRemote(Path.of(typed), FolderRemote.DEFAULT_USER));
                    }
                    return typed.isEmpty();
                })
                .then(
                        none -> answer.setText(text(none ? "settings.remote.none" : "settings.remote.set")),
                        failure -> answer.setText(
                                failure instanceof TidemarkException known
                                        ? known.problem().toString()
                                        : text("banner.unexpected", String.valueOf(failure.getMessage()))));
    }

    private void keepDevice(String before) {
        var name = device.getText().strip();
        if (!name.isEmpty() && !name.equals(before)) {
            background.go(() -> app.deviceName(name));
        }
    }
}
