package tidemark.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import tidemark.app.App;
import tidemark.app.Rebuild;

/// One run of a command: opens the library that was named, and says what came of it.
final class Session {
    private final CliEnvironment environment;
    private final Tidemark options;
    private final Output output;

    Session(CliEnvironment environment, Tidemark options) {
        this.environment = environment;
        this.options = options;
        this.output = new Output(environment.terminal(), options);
    }

    /// Runs `work` on the library, which must be there, and reports.
    int inLibrary(Function<App, ? extends Report> work) {
        requireLibrary();
        return open(work);
    }

    /// Runs `work` on the library, which must be there; it reports for itself.
    int follow(Consumer<App> work) {
        requireLibrary();
        try (var app = environment.opening().apply(options.folder())) {
            work.accept(app);
        }
        return ExitCode.DONE.number();
    }

    /// Makes the library anew, which must be there and need not be readable, and reports.
    int rebuild(Function<Rebuild.Report, Report> telling) {
        requireLibrary();
        return output.report(telling.apply(environment.rebuilding().apply(options.folder())));
    }

    private void requireLibrary() {
        if (!options.folder().exists()) {
            throw CommandException.noLibrary(options.folder().path());
        }
    }

    /// Runs `work` on a library that is made first, and reports.
    int inNewLibrary(Function<App, ? extends Report> work) {
        if (options.folder().exists()) {
            throw CommandException.libraryIsThere(options.folder().path());
        }
        return open(work);
    }

    private int open(Function<App, ? extends Report> work) {
        Report report;
        try (var app = environment.opening().apply(options.folder())) {
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
