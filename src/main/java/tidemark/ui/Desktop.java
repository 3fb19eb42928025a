package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The services of the desktop that the window asks for.
///
/// @param browser opens an address in the system's browser
/// @param folder lets the person choose a folder to import
/// @param file lets the person choose a file to import
public record Desktop(
        Consumer<URI> browser, Function<Window, Optional<Path>> folder, Function<Window, Optional<Path>> file) {
    /// The desktop with the system's own choosers.
    public static Desktop real(Consumer<URI> browser) {
        return new Desktop(browser, Desktop::chooseFolder, Desktop::chooseFile);
    }

    private static Optional<Path> chooseFolder(Window owner) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(text("import.folder.title"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private static Optional<Path> chooseFile(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(text("import.file.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(text("import.file.kind"), "*.md", "*.markdown", "*.txt"),
                        new FileChooser.ExtensionFilter(text("import.file.any"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
