package tidemark.cli;

import java.util.function.Function;
import tidemark.app.App;
import tidemark.app.Rebuild;
import tidemark.app.base.LibraryFolder;

/// What a command line gets from outside.
///
/// @param standard the library when none is named
/// @param opening opens a library
/// @param rebuilding makes a damaged library anew
public record CliEnvironment(
        Terminal terminal,
        LibraryFolder standard,
        Function<LibraryFolder, App> opening,
        Function<LibraryFolder, Rebuild.Report> rebuilding,
        Window window) {}
