package tidemark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tidemark.app.base.LibraryFolder;

/// The root command, with the options that every command has. Without a subcommand it opens the window.
@Command(
        name = "tidemark",
        description = "Projects in one SQLite file, the same on all your computers, through storage you own.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Tidemark.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  failed: cause, effect and remedy are on stderr; also an update that is needed",
            "  2  wrong usage",
            "  3  done, something to review: conflicts, or what an import or export left out, or files that did not go",
            "  4  the remote cannot be reached",
            "  5  access denied",
            "  6  damaged or foreign data, a remote that went back among them"
        })
final class Tidemark implements Callable<Integer> {
    static final String JSON = "--json";

    private final CliEnvironment environment;

    @Option(
            names = "--library",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The library's folder (default: in the user's data folder).")
    private Optional<Path> library = Optional.empty();

    @Option(
            names = JSON,
            scope = ScopeType.INHERIT,
            description = {
                "Print one JSON document on stdout; messages stay on stderr.",
                "A failure is the document {\"error\": {\"cause\", \"effect\", \"remedy\"}}."
            })
    private boolean json;

    @Option(
            names = "--sample",
            description = "Fill an empty library with examples, and sync it with a folder beside it.")
    private boolean sample;

    Tidemark(CliEnvironment environment) {
        this.environment = environment;
    }

    LibraryFolder folder() {
        return library.map(path -> new LibraryFolder(path.toAbsolutePath().normalize()))
                .orElse(environment.defaultLibrary());
    }

    boolean json() {
        return json;
    }

    @Override
    public Integer call() {
        var remote = folder().path().resolveSibling("remote");
        var opened = environment.window().open(folder(), sample ? Optional.of(remote) : Optional.empty());
        if (!opened) {
            environment.terminal().err().println("This library's window is open already; it comes to the front.");
        }
        return ExitCode.DONE.number();
    }

    /// The version, as in the manifest of the program's jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Tidemark.class.getPackage().getImplementationVersion());
            return new String[] {"Tidemark " + version.orElse("(development)")};
        }
    }
}
