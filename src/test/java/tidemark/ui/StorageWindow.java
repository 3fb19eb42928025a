package tidemark.ui;

import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.until;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxRobot;
import tidemark.app.remotes.KeyStorage;
import tidemark.remote.s3.S3Address.Style;
import tidemark.remote.s3.S3Provider;
import tidemark.remote.s3.S3Server;
import tidemark.remote.webdav.WebDavPreset;

/// The window in which a storage is chosen, as a person uses it.
record StorageWindow(FxRobot robot) {
    /// Opens it from the main window.
    static StorageWindow open(FxRobot robot) {
        OpenWindow.click(robot, "#settings");
        OpenWindow.click(robot, "#change-storage");
        until(() -> robot.lookup("#kinds").tryQuery().isPresent());
        return new StorageWindow(robot);
    }

    void click(String what) {
        OpenWindow.click(robot, what);
    }

    void type(String selector, String text) {
        fx(() -> {
            robot.lookup(selector).queryAs(TextInputControl.class).setText(text);
            return true;
        });
    }

    String typed(String selector) {
        return fx(() -> robot.lookup(selector).queryAs(TextInputControl.class).getText());
    }

    void choose(S3Provider provider) {
        choose(1 + List.of(S3Provider.values()).indexOf(provider));
    }

    void choose(WebDavPreset preset) {
        choose(1 + S3Provider.values().length + List.of(WebDavPreset.values()).indexOf(preset));
    }

    private void choose(int place) {
        fx(() -> {
            robot.lookup("#kinds").queryAs(ListView.class).getSelectionModel().select(place);
            return true;
        });
    }

    void keepForThisRun() {
        fx(() -> {
            @SuppressWarnings("unchecked")
            ChoiceBox<KeyStorage> keeping = robot.lookup("#keeping").queryAs(ChoiceBox.class);
            keeping.setValue(KeyStorage.THIS_RUN);
            return true;
        });
    }

    void fillBucket(S3Server server, String secret) {
        choose(S3Provider.MINIO);
        type("#endpoint", server.address().endpoint().toString());
        type("#bucket", S3Server.BUCKET);
        type("#access-key", S3Server.KEYS.name());
        type("#secret-key", secret);
        keepForThisRun();
    }

    /// Chooses where URLs name the bucket.
    @SuppressWarnings("unchecked") // the node of this id
    void chooseStyle(Style style) {
        fx(() -> {
            robot.lookup("#style").queryAs(ChoiceBox.class).setValue(style);
            return true;
        });
    }

    List<String> words(String selector) {
        return fx(() -> robot.lookup(selector).lookup(".label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    String label(String selector) {
        return fx(() -> robot.lookup(selector).queryAs(Labeled.class).getText());
    }

    boolean isEnabled(String selector) {
        return robot.lookup(selector)
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent();
    }

    boolean isThere(String selector) {
        return robot.lookup(selector).tryQuery().isPresent();
    }

    void picture(String name, Theme theme) {
        Screenshots.take(robot.lookup("#kinds").query().getScene().getWindow(), name, theme);
    }
}
