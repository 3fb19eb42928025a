package tidemark.cli;

import java.util.function.Function;
import tidemark.app.App;
import tidemark.app.LibraryFolder;

/// What a command line gets from outside.
///
/// @param standard the library when none is named
/// @param opening opens a library
public record Surroundings(
        Terminal terminal, LibraryFolder standard, Function<LibraryFolder, App> opening, Window window) {}
