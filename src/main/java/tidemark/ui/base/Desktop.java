package tidemark.ui.base;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// The desktop around the window: the system's other programs, and its dialogs for choosing files.
public interface Desktop {
    /// Opens an address with the system's browser. Called on the window's thread.
    void browse(URI address);

    /// Opens a file with the program that the system has for it. May wait for that to start.
    ///
    /// @throws tidemark.problem.TidemarkException when the system cannot do so
    void open(Path file);

    /// Shows a file in its folder. May wait for the program to start.
    ///
    /// @throws tidemark.problem.TidemarkException when the system cannot do so
    void reveal(Path file);

    /// Asks for files; none when the person gave up.
    List<Path> chooseFiles(Window owner, String title);

    /// Asks for one file of Markdown or plain text.
    Optional<Path> chooseMarkdown(Window owner, String title);

    /// Asks for a folder.
    Optional<Path> chooseFolder(Window owner, String title);

    /// Asks where to write a file, which may be there already: the person has agreed that it is replaced then.
    ///
    /// @param name the name that is offered
    Optional<Path> chooseTarget(Window owner, String title, String name);
}
