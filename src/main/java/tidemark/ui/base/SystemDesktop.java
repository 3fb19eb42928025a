package tidemark.ui.base;

import static tidemark.ui.base.Texts.text;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The desktop of the computer that the program runs on.
public final class SystemDesktop implements Desktop {
    private static final long LONGEST_START_SECONDS = 3;

    private final Consumer<URI> browser;
    private final String system;

    /// @param browser opens an address
    /// @param system the operating system by its Java name, such as `Mac OS X`
    public SystemDesktop(Consumer<URI> browser, String system) {
        this.browser = browser;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    @Override
    public void browse(URI address) {
        browser.accept(address);
    }

    @Override
    public void open(Path file) {
        start(file, opening(file));
    }

    /// The command that opens a file. No shell is part of it: a name is never read as a command.
    List<String> opening(Path file) {
        if (isWindows()) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
        }
        return List.of(isMac() ? "open" : "xdg-open", file.toString());
    }

    @Override
    public void reveal(Path file) {
        start(file, revealing(file));
    }

    /// The command that shows a file in its folder. Other systems than Windows and macOS have none that all desktops
    /// know, so the folder is opened, which holds nothing but this file.
    List<String> revealing(Path file) {
        if (isWindows()) {
            return List.of("explorer", "/select," + file);
        }
        return isMac()
                ? List.of("open", "-R", file.toString())
                : List.of(
                        "xdg-open",
                        Optional.ofNullable(file.getParent()).orElse(file).toString());
    }

    private boolean isWindows() {
        return system.contains("win");
    }

    private boolean isMac() {
        return system.contains("mac");
    }

    /// Starts a program. One that ends with a failure at once has found nothing that opens the file; Windows' own says
    /// nothing that can be relied on.
    private void start(Path file, List<String> command) {
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var started = process.start();
            if (!isWindows() && started.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS) && started.exitValue() != 0) {
                throw new IOException("it ended with " + started.exitValue());
            }
        } catch (IOException e) {
            throw DesktopException.cannotOpen(file, command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Path> chooseFiles(Window owner, String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        var chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseMarkdown(Window owner, String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(text("import.file.kind"), "*.md", "*.markdown", "*.txt"),
                        new FileChooser.ExtensionFilter(text("import.file.any"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFolder(Window owner, String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseTarget(Window owner, String title, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
