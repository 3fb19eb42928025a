package tidemark.ui.setup;

import static tidemark.ui.base.Texts.text;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import tidemark.app.remotes.FolderRemote;
import tidemark.app.remotes.KeyStorage;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;
import tidemark.ui.setup.SetupModel.Input;

/// The form for a plain folder.
final class FolderForm implements Form {
    private final TextField folder = new TextField();
    private final VBox box = new VBox();

    FolderForm(Optional<FolderRemote> current, Runnable changed) {
        folder.setId("remote-folder");
        folder.setPromptText(text("setup.folder.prompt"));
        current.ifPresent(remote -> folder.setText(remote.folder().toString()));
        folder.textProperty().subscribe(_ -> changed.run());
        HBox.setHgrow(folder, Priority.ALWAYS);
        var browse = new Button(text("settings.browse"));
        browse.setOnAction(_ -> browse());
        var line = new HBox(folder, browse);
        line.getStyleClass().add("buttons");
        var hint = new Label(text("setup.folder.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        box.getStyleClass().add("setup-form");
        box.getChildren().setAll(new Label(text("setup.folder")), line, hint);
    }

    private void browse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(text("setup.folder"));
        var current = new File(folder.getText());
        if (current.isDirectory()) {
            chooser.setInitialDirectory(current);
        }
        Optional.ofNullable(chooser.showDialog(box.getScene().getWindow()))
                .ifPresent(chosen -> folder.setText(chosen.toString()));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Input input() {
        var typed = folder.getText().strip();
        try {
            if (!typed.isEmpty() && !Path.of(typed).isAbsolute()) {
                throw refused(text("setup.folder.relative", typed));
            }
            if (!typed.isEmpty()) {
                var remote = new FolderRemote(Path.of(typed), FolderRemote.DEFAULT_USER);
                return new Input(remote, Optional.empty(), KeyStorage.THIS_RUN);
            }
        } catch (InvalidPathException e) {
            throw refused(text("setup.folder.none"));
        }
        throw refused(text("setup.folder.none"));
    }

    private static Denied refused(String cause) {
        return new Denied(new Problem(cause, text("setup.unchanged"), text("setup.folder.remedy")));
    }
}
