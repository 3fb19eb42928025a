package tidemark.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;

/// The `init` command: creates a library.
@Command(name = "init", description = "Make a library.")
final class InitCommand implements Callable<Integer> {
    /// The library that was created.
    ///
    /// @param library its folder
    /// @param device the name of this device
    private record Made(String library, String device) implements Report {
        @Override
        public String text() {
            return "Made a library in " + library + "; other devices know this one as " + device + ".";
        }
    }

    private final Session session;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What other devices call this one (default: the computer's name).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--sample", description = "Fill it with examples.")
    private boolean sample;

    InitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inNewLibrary(this::make);
    }

    private Made make(App app) {
        name.map(String::strip).filter(given -> !given.isEmpty()).ifPresent(app::deviceName);
        if (sample) {
            app.fillWithSamples();
        }
        return new Made(app.folder().path().toString(), app.deviceName());
    }
}
