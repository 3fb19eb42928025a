package tidemark.cli;

import java.util.function.Function;
import tidemark.app.App;
import tidemark.app.Rebuild;
import tidemark.app.base.LibraryFolder;

/// The outside world of the command line, so that tests can put their own in its place.
///
/// @param standard the library that is used when none is named
/// @param opening opens a library
/// @param rebuilding rebuilds a damaged library
/// @param window opens the window when no command is given
public record CliEnvironment(
        Terminal terminal,
        LibraryFolder standard,
        Function<LibraryFolder, App> opening,
        Function<LibraryFolder, Rebuild.Report> rebuilding,
        Window window) {}
