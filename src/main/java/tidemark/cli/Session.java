package tidemark.cli;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tidemark.app.App;
import tidemark.app.Rebuild;

/// The run of one command: opens the library, runs the work and prints its report.
final class Session {
    private final CliEnvironment environment;
    private final Tidemark options;
    private final Output output;

    Session(CliEnvironment environment, Tidemark options) {
        this.environment = environment;
        this.options = options;
        this.output = new Output(environment.terminal(), options);
    }

    /// Runs `work` on the library, which must exist, and prints its report.
    int inLibrary(Function<App, ? extends Report> work) {
        requireLibrary();
        return open(work);
    }

    /// Runs `work` on the library, which must exist, and leaves the reports to `work`.
    int follow(Consumer<App> work) {
        requireLibrary();
        try (var app = environment.opener().apply(options.folder())) {
            work.accept(app);
        }
        return ExitCode.DONE.number();
    }

    /// Rebuilds the library, of which something must be left or a source be named, and prints the report.
    int rebuild(Rebuild.Wanted wanted, Function<Optional<Rebuild.Report>, Report> telling) {
        if (wanted.remote().isEmpty() && wanted.backup().isEmpty()) {
            requireLibrary();
        }
        return output.report(telling.apply(environment.rebuilder().apply(options.folder(), wanted)));
    }

    private void requireLibrary() {
        if (!options.folder().exists() && !options.folder().isMissingDatabase()) {
            throw CommandException.noLibrary(options.folder().path());
        }
    }

    /// Creates the library, runs `work` on it and prints its report.
    int inNewLibrary(Function<App, ? extends Report> work) {
        if (options.folder().exists()) {
            throw CommandException.libraryIsThere(options.folder().path());
        }
        return open(work);
    }

    private int open(Function<App, ? extends Report> work) {
        Report report;
        try (var app = environment.opener().apply(options.folder())) {
            report = work.apply(app);
        }
        return output.report(report);
    }

    Terminal terminal() {
        return environment.terminal();
    }

    Output output() {
        return output;
    }
}
