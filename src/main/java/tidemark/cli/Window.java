package tidemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.app.base.LibraryFolder;

/// The program's window, which is opened when the command line names no command.
@FunctionalInterface
public interface Window {
    /// Opens the window and returns when it is closed.
    ///
    /// @param sample if present, an empty library is filled with examples and synced to this folder
    /// @return false when the library's window is open already in another process
    boolean open(LibraryFolder folder, Optional<Path> sample);
}
