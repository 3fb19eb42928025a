package tidemark.cli;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tidemark.app.App;
import tidemark.app.Rebuild;
import tidemark.app.base.LibraryFolder;

/// The outside world of the command line, so that tests can put their own in its place.
///
/// @param defaultLibrary the library that is used when none is named
/// @param opener opens a library
/// @param rebuilder rebuilds a damaged library; empty for a sound one
/// @param window opens the window when no command is given
public record CliEnvironment(
        Terminal terminal,
        LibraryFolder defaultLibrary,
        Function<LibraryFolder, App> opener,
        BiFunction<LibraryFolder, Rebuild.Wanted, Optional<Rebuild.Report>> rebuilder,
        Window window) {}
