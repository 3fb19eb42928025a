package tidemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.app.base.LibraryFolder;

/// The program's window, for the command line that asks for no command.
@FunctionalInterface
public interface Window {
    /// Opens the window and returns when it is closed.
    ///
    /// @param sample the folder that an empty library is filled with examples for, and synced to
    /// @return false where the library's window is open already in another process
    boolean open(LibraryFolder folder, Optional<Path> sample);
}
