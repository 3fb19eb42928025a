package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.net.URI;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.S3Remote;
import tidemark.problem.Problem;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Address.Style;
import tidemark.remote.s3.S3Provider;
import tidemark.ui.base.Icons;
import tidemark.ui.setup.SetupModel.Input;

/// The form for an S3 bucket: its address and the keys.
final class BucketForm implements Form {
    private final S3Provider provider;
    private final Optional<S3Remote> current;
    private final Runnable changed;
    private final TextField endpoint = FieldGrid.field("endpoint");
    private final TextField region = FieldGrid.field("region");
    private final TextField bucket = FieldGrid.field("bucket");
    private final TextField prefix = FieldGrid.field("prefix");
    private final WordedChoice<Style> style = WordedChoice.ofStyle();
    private final TextField accessKey = FieldGrid.field("access-key");
    private final PasswordField secretKey = new PasswordField();
    private final WordedChoice<KeyStorage> keyStorage = WordedChoice.ofKeyStorage();
    private final FieldGrid grid = new FieldGrid();
    private final VBox box = new VBox();

    BucketForm(S3Provider provider, Optional<S3Remote> current, Runnable changed) {
        this.provider = provider;
        this.current = current;
        this.changed = changed;
        endpoint.setText(provider.endpoint(provider.defaultRegion()));
        region.setText(provider.defaultRegion());
        secretKey.setId("secret-key");
        current.ifPresent(this::fill);
        rows();
        box.getStyleClass().add("setup-form");
        box.getChildren().setAll(grid, keysHint(), policyButton());
    }

    private void fill(S3Remote remote) {
        var address = remote.address();
        endpoint.setText(address.endpoint().toString());
        region.setText(address.region());
        bucket.setText(address.bucket());
        prefix.setText(address.prefix());
        style.setValue(address.style());
        secretKey.setPromptText(text("setup.key.known"));
        accessKey.setPromptText(text("setup.key.known"));
    }

    private void rows() {
        grid.row("setup.endpoint", endpoint);
        grid.row("setup.region", region);
        grid.row("setup.bucket", bucket);
        grid.row("setup.prefix", prefix);
        grid.row("setup.style", style);
        grid.row("setup.access", accessKey);
        grid.row("setup.secret", secretKey);
        grid.row("setup.keeping", keyStorage);
        for (var field : new TextField[] {endpoint, region, bucket, prefix, accessKey, secretKey}) {
            field.textProperty().subscribe(_ -> changed.run());
        }
        style.valueProperty().subscribe(_ -> changed.run());
        prefix.setPromptText(text("setup.prefix.prompt"));
    }

    private Label keysHint() {
        var hint = new Label(text("setup.keys", provider.whereKeysAre()));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("text-muted");
        return hint;
    }

    /// The button that copies the policy with the least rights that the keys need.
    private Button policyButton() {
        var button = new Button(text("setup.policy"), Icons.icon(Feather.COPY));
        button.setId("copy-policy");
        button.getStyleClass().addAll("flat", "small");
        button.disableProperty().bind(bucket.textProperty().isEmpty());
        button.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(provider.policy(address(), S3Remote.DEFAULT_USER));
            Clipboard.getSystemClipboard().setContent(content);
            button.setText(text("setup.policy.copied"));
        });
        return button;
    }

    /// The address as it is filled in. A proxy and certificates, which only the command line asks for, stay.
    private S3Address address() {
        var pasted = S3Address.of(endpoint.getText().strip(), bucket.getText().strip())
                .withPrefix(prefix.getText().strip());
        var typed = region.getText().strip();
        var there = typed.equals(S3Address.DEFAULT_REGION) ? pasted : pasted.withRegion(typed);
        var styled = there.withStyle(style.getValue());
        var known = current.map(S3Remote::address);
        var reached = known.flatMap(S3Address::proxy)
                .map(URI::toString)
                .map(styled::withProxy)
                .orElse(styled);
        return known.flatMap(S3Address::certificates)
                .map(reached::withCertificates)
                .orElse(reached);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Input input() {
        var remote = new S3Remote(address());
        var access = accessKey.getText().strip();
        var secret = secretKey.getText().strip();
        if (access.isEmpty() && secret.isEmpty() && current.equals(Optional.of(remote))) {
            return new Input(remote, Optional.empty(), keyStorage.getValue());
        }
        if (access.isEmpty() || secret.isEmpty()) {
            throw new Denied(new Problem(text("setup.keys.none"), text("setup.unchanged"), provider.whereKeysAre()));
        }
        return new Input(remote, Optional.of(Credentials.of(access, secret)), keyStorage.getValue());
    }
}
