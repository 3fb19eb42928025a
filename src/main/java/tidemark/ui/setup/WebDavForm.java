package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.WebDavRemote;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavAddress;
import tidemark.remote.webdav.WebDavPreset;
import tidemark.ui.setup.SetupModel.Input;

/// The form for a folder on a WebDAV server: the server, and the user. For presets the folder's address is derived.
final class WebDavForm implements Form {
    private final WebDavPreset preset;
    private final Optional<WebDavRemote> current;
    private final Runnable changed;
    private final TextField host = FieldGrid.field("dav-host");
    private final TextField userName = FieldGrid.field("dav-user");
    private final PasswordField password = new PasswordField();
    private final WordedChoice<KeyStorage> keyStorage = WordedChoice.ofKeyStorage();
    private final Label folder = hint("dav-folder");
    private final Label plainHttpWarning = hint("dav-plain");
    private final CheckBox plainHttpAccepted = new CheckBox(text("setup.dav.plain.accept"));
    private final VBox plainHttp = new VBox();
    private final Label pinned = new Label();
    private final HBox certificate = new HBox();
    private final VBox box = new VBox();
    private Optional<Fingerprint> trusted = Optional.empty();

    WebDavForm(WebDavPreset preset, Optional<WebDavRemote> current, Runnable changed) {
        this.preset = preset;
        this.current = current;
        this.changed = changed;
        password.setId("dav-password");
        current.ifPresent(this::fill);
        box.getStyleClass().add("setup-form");
        box.getChildren().setAll(grid(), plainHttp(), advice(), certificate());
        describe();
        for (var field : List.of(host, userName, password)) {
            field.textProperty().subscribe(_ -> typed());
        }
    }

    private static Label hint(String id) {
        var hint = new Label();
        hint.setId(id);
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("text-muted");
        return hint;
    }

    private void fill(WebDavRemote remote) {
        host.setText(remote.address().url().toString());
        trusted = remote.address().certificate();
        userName.setPromptText(text("setup.key.known"));
        password.setPromptText(text("setup.key.known"));
    }

    private Node grid() {
        var isOther = preset == WebDavPreset.OTHER;
        var grid = new FieldGrid();
        grid.row(isOther ? "setup.dav.address" : "setup.dav.host", host);
        grid.row("setup.dav.user", userName);
        grid.row(preset.wantsAppPassword() ? "setup.dav.app" : "setup.dav.password", password);
        grid.row("setup.dav.keeping", keyStorage);
        if (!isOther) {
            grid.row("setup.dav.folder", folder);
        }
        host.setPromptText(text(isOther ? "setup.dav.address.prompt" : "setup.dav.host.prompt"));
        return grid;
    }

    private Label advice() {
        var advice = hint("dav-advice");
        advice.setText(text(preset.wantsAppPassword() ? "setup.dav.app.hint" : "setup.dav.hint", preset.title()));
        return advice;
    }

    private Node certificate() {
        pinned.setId("dav-certificate");
        pinned.setWrapText(true);
        pinned.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(pinned, Priority.ALWAYS);
        pinned.setMaxWidth(Double.MAX_VALUE);
        var forget = new Button(text("setup.dav.certificate.forget"));
        forget.setId("forget-certificate");
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.getStyleClass().addAll("flat", "small");
        forget.setOnAction(_ -> trust(Optional.empty()));
        certificate.getStyleClass().add("buttons");
        certificate.getChildren().setAll(pinned, forget);
        certificate.managedProperty().bind(certificate.visibleProperty());
        return certificate;
    }

    /// The warning where others on the way can read what is sent, and the box by which a person accepts that.
    private Node plainHttp() {
        plainHttpWarning.getStyleClass().add("warning");
        plainHttpWarning.setText(text("setup.dav.plain"));
        plainHttpAccepted.setId("dav-plain-accepted");
        plainHttpAccepted.setWrapText(true);
        plainHttpAccepted.setMinHeight(Region.USE_PREF_SIZE);
        plainHttpAccepted.selectedProperty().subscribe(_ -> changed.run());
        plainHttp.getStyleClass().add("setup-form");
        plainHttp.managedProperty().bind(plainHttp.visibleProperty());
        plainHttp.getChildren().setAll(plainHttpWarning, plainHttpAccepted);
        return plainHttp;
    }

    private void typed() {
        describe();
        changed.run();
    }

    private void trust(Optional<Fingerprint> fingerprint) {
        trusted = fingerprint;
        typed();
    }

    @Override
    public void trust(Fingerprint fingerprint) {
        trust(Optional.of(fingerprint));
    }

    /// Shows what follows from the fields: the folder's address, the warning without https, the accepted certificate.
    private void describe() {
        var address = isFilled() ? address() : Optional.<WebDavAddress>empty();
        folder.setText(address.map(known -> known.url().toString()).orElse(text("setup.dav.folder.open")));
        plainHttp.setVisible(address.filter(WebDavAddress::isOpenOnTheWay).isPresent());
        certificate.setVisible(trusted.isPresent());
        trusted.ifPresent(known -> pinned.setText(text("setup.dav.certificate", known)));
    }

    private boolean isFilled() {
        var needsUser = preset.wantsAppPassword() && !host.getText().contains("://");
        return !host.getText().isBlank() && !(needsUser && userName.getText().isBlank());
    }

    private Optional<WebDavAddress> address() {
        try {
            return Optional.of(typedAddress());
        } catch (Denied _) {
            return Optional.empty();
        }
    }

    private WebDavAddress typedAddress() {
        var address = preset.address(host.getText(), userName.getText().strip());
        return trusted.map(address::trusting).orElse(address);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Input input() {
        if (!isFilled()) {
            throw missing(preset == WebDavPreset.OTHER ? "setup.dav.none" : "setup.dav.host.none");
        }
        var remote = new WebDavRemote(typedAddress());
        if (remote.address().isOpenOnTheWay() && !plainHttpAccepted.isSelected()) {
            throw new Denied(
                    new Problem(text("setup.dav.plain"), text("setup.unchanged"), text("setup.dav.plain.remedy")));
        }
        var name = userName.getText().strip();
        var isKnown = current.map(WebDavRemote::id).equals(Optional.of(remote.id()));
        if (name.isEmpty() && password.getText().isEmpty() && isKnown) {
            return new Input(remote, Optional.empty(), keyStorage.getValue());
        }
        if (name.isEmpty() || password.getText().isBlank()) {
            throw missing("setup.dav.keys.none");
        }
        return new Input(remote, Optional.of(Credentials.of(name, password.getText())), keyStorage.getValue());
    }

    private static Denied missing(String key) {
        return new Denied(new Problem(text(key), text("setup.unchanged"), text("setup.dav.fill")));
    }
}
