package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import tidemark.files.FileKind;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.library.records.ProjectFile;
import tidemark.ui.base.Icons;
import tidemark.ui.base.NamePrompt;
import tidemark.ui.base.Services;

/// The actions on files that reach beyond the list: opening, writing and copying them. A content that is only on the
/// remote is fetched first.
final class FileActions {
    private final Services services;
    private final FilesModel model;

    /// The actions on the files of this model.
    FileActions(Services services, FilesModel model) {
        this.services = services;
        this.model = model;
    }

    /// Opens a file with the system's program; one that may run only when the person means it.
    void open(ProjectFile file) {
        if (!FileKind.mayRun(name(file)) || isMeant(file)) {
            withCopy(file, services.desktop()::open);
        }
    }

    private boolean isMeant(ProjectFile file) {
        var open = new ButtonType(text("files.run.yes"), ButtonBar.ButtonData.OTHER);
        var alert = new Alert(
                Alert.AlertType.WARNING,
                text("files.run", name(file).shown(), file.addedBy().orElse(text("files.run.unknown"))),
                open,
                ButtonType.CANCEL);
        alert.initOwner(services.owner());
        alert.setTitle(text("files.run.window"));
        alert.setHeaderText(text("files.run.title", name(file).shown()));
        alert.setGraphic(Icons.large(Feather.ALERT_OCTAGON, "warning"));
        var cancel = alert.getDialogPane().lookupButton(ButtonType.CANCEL);
        alert.setOnShown(_ -> cancel.requestFocus()); // a second Enter must start nothing
        return alert.showAndWait().filter(open::equals).isPresent();
    }

    void reveal(FileLine line) {
        withCopy(line.file(), services.desktop()::reveal);
    }

    private void withCopy(ProjectFile file, Consumer<Path> action) {
        services.patient().execute(() -> action.accept(services.files().open(file)));
    }

    /// Puts the files on the clipboard, for a file manager or a mail.
    void copy(List<FileLine> chosen) {
        services.patient()
                .run(() -> chosen.stream()
                        .map(line -> services.files().open(line.file()).toFile())
                        .toList())
                .then(copies -> {
                    var content = new ClipboardContent();
                    content.putFiles(copies);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    void rename(FileLine line) {
        NamePrompt.ask(services.owner(), text("files.rename"), line.name().shown())
                .filter(name -> !name.equals(line.name().shown()))
                .ifPresent(name -> model.rename(line.file(), name));
    }

    void replace(FileLine line) {
        services
                .desktop()
                .chooseFiles(
                        services.owner(),
                        text("files.replace.title", line.name().shown()))
                .stream()
                .findFirst()
                .ifPresent(by -> model.replace(line.file(), by));
    }

    /// Writes one file where the person says, or several into a folder, where nothing is written over.
    void saveAs(List<FileLine> chosen) {
        if (chosen.size() == 1) {
            var file = chosen.getFirst().file();
            services.desktop()
                    .chooseTarget(
                            services.owner(), text("files.save"), name(file).written())
                    .ifPresent(target -> services.patient().execute(() -> write(file, target)));
        } else {
            services.desktop()
                    .chooseFolder(services.owner(), text("files.save"))
                    .ifPresent(folder -> services.patient()
                            .execute(() -> chosen.forEach(
                                    line -> services.files().save(line.file(), free(folder, line.name())))));
        }
    }

    /// Writes a file to its target, in place of what is there: the person has agreed to that.
    private void write(ProjectFile file, Path target) {
        if (!Files.exists(target)) {
            services.files().save(file, target);
            return;
        }
        try {
            var part = Files.createTempDirectory(target.toAbsolutePath().getParent(), "tidemark-save");
            try {
                var written = services.files().save(file, part.resolve("written"));
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part.resolve("written"));
                Files.delete(part);
            }
        } catch (IOException e) {
            throw FilesException.cannotWrite(target, e);
        }
    }

    /// A path in the folder at which nothing is.
    private static Path free(Path folder, FileName name) {
        var taken = new java.util.HashSet<String>();
        var path = folder.resolve(name.written(taken));
        while (Files.exists(path)) {
            path = folder.resolve(name.written(taken));
        }
        return path;
    }

    private static FileName name(ProjectFile file) {
        return new FileName(file.details().name());
    }
}
