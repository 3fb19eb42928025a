package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
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
import javafx.stage.Window;
import javafx.util.StringConverter;
import tidemark.app.App;
import tidemark.app.base.ProgramVersion;
import tidemark.app.remotes.RemoteSettings;
import tidemark.conflict.ConflictPolicy;
import tidemark.files.TransferSettings;
import tidemark.ui.base.Background;

/// The settings of this copy of the library: the device's name, theme, remote, conflict policy, backups and updates.
final class SettingsDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 720;

    private final App app;
    private final Background background;
    private final Consumer<Theme> onTheme;
    private final Runnable chooseRemote;
    private final Runnable restore;
    private final Runnable updates;
    private final TextField device = new TextField();

    /// The values that the dialog shows at first.
    record Values(
            String device,
            Optional<RemoteSettings> remote,
            Theme theme,
            ConflictPolicy policy,
            TransferSettings transfers) {}

    /// The actions that the dialog leads to.
    ///
    /// @param onTheme receives another theme when one is chosen
    /// @param chooseRemote shows the set-up of the remote
    /// @param restore shows the backups that the library can be restored from
    /// @param updates shows the check for a newer version
    record Actions(Consumer<Theme> onTheme, Runnable chooseRemote, Runnable restore, Runnable updates) {}

    SettingsDialog(Window owner, App app, Background background, Values shown, Actions actions) {
        this.app = app;
        this.background = background;
        this.onTheme = actions.onTheme();
        this.chooseRemote = actions.chooseRemote();
        this.restore = actions.restore();
        this.updates = actions.updates();
        initOwner(owner);
        setTitle(text("settings.title"));
        setHeaderText(null);
        device.setText(shown.device());
        device.setId("device-name");
        getDialogPane().setContent(content(shown));
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getStyleClass().add("wide");
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        setOnHidden(_ -> saveDeviceName(shown.device()));
    }

    private Node content(Values shown) {
        var grid = new GridPane();
        grid.getStyleClass().add("settings");
        grid.addRow(0, name("settings.device"), device);
        grid.addRow(1, name("settings.theme"), themes(shown.theme()));
        grid.addRow(2, name("settings.remote"), remoteLine(shown.remote()));
        grid.addRow(3, name("settings.policy"), policies(shown.policy()));
        var transfers = new TransferForm(shown.transfers(), this::change);
        grid.addRow(4, name("settings.files.ahead"), transfers.ahead());
        grid.addRow(5, name("settings.files.keep"), transfers.room());
        grid.addRow(6, name("settings.files.speed"), transfers.speed());
        grid.addRow(7, name("settings.backups"), backups());
        grid.addRow(8, name("settings.about"), about());
        GridPane.setHgrow(device, Priority.ALWAYS);
        return new VBox(grid);
    }

    private void change(UnaryOperator<TransferSettings> change) {
        background.execute(() -> app.files().settings(change.apply(app.files().settings())));
    }

    private static Label name(String key) {
        var name = new Label(text(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    /// The program's name and version, and the button for updates.
    private Node about() {
        var about = new Label(text("settings.about.text", ProgramVersion.current()));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        var look = new Button(text("settings.updates"));
        look.setId("updates");
        look.setMinWidth(Region.USE_PREF_SIZE);
        look.setOnAction(_ -> {
            close();
            updates.run();
        });
        var line = new HBox(about, look);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("buttons");
        return line;
    }

    private Node themes(Theme current) {
        return choice("settings.theme.", Theme.values(), current, onTheme);
    }

    private Node policies(ConflictPolicy current) {
        var choice = choice(
                "settings.policy.",
                ConflictPolicy.values(),
                current,
                chosen -> background.execute(() -> app.settings().conflictPolicy(chosen)));
        choice.setId("policy");
        return choice;
    }

    /// A choice among the constants of an enum.
    ///
    /// @param key the prefix of the message keys; a constant's name in lower case follows
    private static <E extends Enum<E>> ChoiceBox<E> choice(String key, E[] values, E current, Consumer<E> chosen) {
        var choice = new ChoiceBox<E>();
        choice.getItems().setAll(values);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return text(key + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String words) {
                throw new IllegalStateException("it is chosen, not typed: " + words);
            }
        });
        choice.setValue(current);
        choice.valueProperty().addListener((_, _, now) -> chosen.accept(now));
        return choice;
    }

    /// The remote that the library is synced with, and the buttons that change it.
    private Node remoteLine(Optional<RemoteSettings> remote) {
        var place = new Label(remote.map(RemoteSettings::describe).orElse(text("settings.remote.none")));
        place.setId("remote-place");
        place.setWrapText(true);
        place.setMinHeight(Region.USE_PREF_SIZE);
        var change = new Button(text("settings.remote.change"));
        change.setId("change-storage");
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> {
            close();
            chooseRemote.run();
        });
        var stop = new Button(text("settings.remote.stop"));
        stop.setId("stop-syncing");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setDisable(remote.isEmpty());
        stop.setOnAction(_ -> stop(place, stop));
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(place, change, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("buttons");
        return line;
    }

    /// The automatic backups, and the buttons that make and restore one.
    private Node backups() {
        var words = new Label(text("settings.backups.text"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var make = new Button(text("settings.backups.make"));
        make.setId("make-backup");
        make.setMinWidth(Region.USE_PREF_SIZE);
        make.setOnAction(_ -> {
            make.setDisable(true);
            background
                    .run(() -> app.backups().make().file().getFileName().toString())
                    .then(name -> words.setText(text("settings.backups.made", name)));
        });
        var back = new Button(text("settings.backups.restore"));
        back.setId("restore-backup");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> {
            close();
            restore.run();
        });
        var line = new HBox(words, make, back);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("buttons");
        return line;
    }

    private void stop(Label place, Button stop) {
        stop.setDisable(true);
        background
                .run(() -> {
                    var none = text("settings.remote.none");
                    return app.syncing()
                            .useNothing()
                            .map(problem -> none + " " + problem)
                            .orElse(none);
                })
                .then(place::setText);
    }

    private void saveDeviceName(String before) {
        var name = device.getText().strip();
        if (!name.isEmpty() && !name.equals(before)) {
            background.execute(() -> app.deviceName(name));
        }
    }
}
