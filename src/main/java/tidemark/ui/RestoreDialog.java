package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import tidemark.app.LibraryBackups;
import tidemark.db.Backup;
import tidemark.library.Restore;
import tidemark.ui.base.Background;

/// The dialog in which a backup is chosen to restore the library from; it says what that does.
final class RestoreDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 560;
    private static final double LIST_HEIGHT = 220;

    private final Window owner;
    private final LibraryBackups backups;
    private final Background background;
    private final Rehearsals rehearsals;
    private final ListView<Backup> list = new ListView<>();
    private final ObjectProperty<Path> chosen = new SimpleObjectProperty<>(); // null: nothing yet
    private final Label otherName = words(""); // of the file that is not in the list
    private final Label effects = Rehearsals.line("restore-effects");
    private final ButtonType restore = new ButtonType(text("restore.do"), ButtonBar.ButtonData.OK_DONE);

    RestoreDialog(
            Window owner, LibraryBackups backups, Background background, Rehearsals rehearsals, List<Backup> all) {
        this.owner = owner;
        this.backups = backups;
        this.background = background;
        this.rehearsals = rehearsals;
        initOwner(owner);
        setTitle(text("restore.title"));
        setHeaderText(null);
        list.setId("backups");
        list.getItems().setAll(all);
        list.setPrefHeight(LIST_HEIGHT);
        list.setPlaceholder(new Label(text("restore.none")));
        list.setCellFactory(_ -> new BackupCell());
        getDialogPane().setContent(content());
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(restore, ButtonType.CANCEL);
        var button = getDialogPane().lookupButton(restore);
        button.setId("restore");
        button.disableProperty().bind(chosen.isNull());
        setResultConverter(answer -> answer);
        list.getSelectionModel().selectedItemProperty().subscribe(backup -> {
            if (backup != null) {
                choose(backup.file());
                otherName.setText("");
            }
        });
    }

    /// Takes this file as the one to restore, and tells what that would do.
    private void choose(Path file) {
        chosen.set(file);
        rehearsals.show(
                effects,
                "effects.here",
                () -> isShowing() && file.equals(chosen.get()),
                () -> Optional.of(backups.rehearse(file)));
    }

    /// Takes a file that is not in the list.
    void chooseOther(Path file) {
        list.getSelectionModel().clearSelection();
        otherName.setText(text("restore.chosen", file));
        choose(file);
    }

    /// Shows the dialog, and restores what is chosen.
    void ask() {
        showAndWait().filter(restore::equals).ifPresent(_ -> restore(chosen.get()));
    }

    private Node content() {
        var other = new Button(text("restore.other"));
        other.setId("other-backup");
        otherName.setId("other-name");
        otherName.managedProperty().bind(otherName.textProperty().isNotEmpty());
        other.setOnAction(_ -> chooseFile());
        var box = new VBox(words(text("restore.what")), list, other, otherName, effects, words(text("restore.effect")));
        box.getStyleClass().add("choices");
        return box;
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(text("restore.title"));
        Optional.ofNullable(chooser.showOpenDialog(getDialogPane().getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::chooseOther);
    }

    private void restore(Path file) {
        background.run(() -> backups.restore(file)).then(this::showReport);
    }

    private void showReport(Restore.Report report) {
        var words = text("restore.done", report.changed(), report.back(), report.trashed());
        var alert = new Alert(Alert.AlertType.INFORMATION, words, ButtonType.OK);
        alert.initOwner(owner);
        alert.setHeaderText(null);
        alert.setTitle(text("restore.title"));
        alert.show();
    }

    private static Label words(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A backup in the list: when it was made, and before what.
    private static final class BackupCell extends ListCell<Backup> {
        private final DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(
                        FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .withZone(ZoneId.systemDefault());

        @Override
        protected void updateItem(Backup backup, boolean empty) {
            super.updateItem(backup, empty);
            setText(
                    empty || backup == null
                            ? ""
                            : backup.reason()
                                    .map(why -> text("restore.line", time.format(backup.at()), why.replace('-', ' ')))
                                    .orElseGet(() -> time.format(backup.at())));
        }
    }
}
