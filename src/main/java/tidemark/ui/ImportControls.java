package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import tidemark.ui.base.Desktop;
import tidemark.ui.importing.ImportModel;
import tidemark.ui.importing.ImportWindow;

/// The window's ways to an import: the choice of what is imported, and the window of its progress.
final class ImportControls {
    private final ImportModel model;
    private final Stage owner;
    private final Desktop desktop;
    private Optional<ImportWindow> window = Optional.empty();

    ImportControls(ImportModel model, Stage owner, Desktop desktop) {
        this.model = model;
        this.owner = owner;
        this.desktop = desktop;
    }

    /// Imports the folder that the person chooses; while an import is under way, shows that.
    void chooseFolder() {
        run(model.isRunning() ? Optional.empty() : desktop.chooseFolder(owner, text("import.folder.title")));
    }

    /// Imports the file that the person chooses; while an import is under way, shows that.
    void chooseFile() {
        run(model.isRunning() ? Optional.empty() : desktop.chooseMarkdown(owner, text("import.file.title")));
    }

    private void run(Optional<Path> chosen) {
        chosen.ifPresent(model::start);
        if (model.isRunning()) {
            var opened = window.orElseGet(() -> new ImportWindow(model, owner));
            window = Optional.of(opened);
            opened.show();
        }
    }

    /// Stops the import that is under way; what was read until then is imported.
    void stop() {
        model.stop();
    }
}
