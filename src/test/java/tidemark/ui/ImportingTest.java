package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The window of an import, which says what came of it.
final class ImportingTest extends WithList {
    @Test
    void tellsWhatWasImportedAndWhatWasLeftOut() throws IOException {
        var vault = Files.createDirectory(folder.resolve(OpenWindow.VAULT));
        Files.writeString(vault.resolve(OpenWindow.VAULT_FILE), "# Source");
        Files.writeString(vault.resolve("picture.png"), "");
        open.desktop.target = Optional.of(vault);
        var driven = new DrivenWindow(open);
        var window = (Stage)
                driven.fire(driven.command("#menu › Import a folder…").act()).getFirst();
        var scene = window.getScene();
        assertThat(driven.now(() -> ((Label) scene.lookup("#import-title")).getText()))
                .isEqualTo("Imported “vault”");
        assertThat(driven.now(() -> ((Label) scene.lookup("#import-words")).getText()))
                .isEqualTo(
                        "1 project and no notes were imported, with 1 new collection.\n1 file or folder was left out.");
        var problems = (ListView<?>) scene.lookup("#import-problems");
        assertThat(driven.now(() -> problems.isVisible() && problems.getItems().size() == 1))
                .isTrue();
        assertThat(driven.now(() -> scene.lookup("#import-progress").isVisible()))
                .isFalse();
        Screenshots.take(window, "import", Theme.LIGHT);
        assertThat(driven.now(() -> ((Labeled) open.stage.getScene().lookup("#toast .label")).getText()))
                .isEqualTo("Imported “vault”");
        driven.act(((Button) scene.lookup("#import-button"))::fire);
        assertThat(window.isShowing()).isFalse();
    }
}
