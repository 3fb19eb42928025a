package tidemark;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.app.App;
import tidemark.app.Rebuild;
import tidemark.app.SingleInstance;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.LogFiles;
import tidemark.cli.CliEnvironment;
import tidemark.cli.Commands;
import tidemark.cli.Terminal;
import tidemark.problem.TidemarkException;
import tidemark.ui.NoScreenException;
import tidemark.ui.Start;

/// The entry point of the program.
final class Main {
    private Main() {}

    /// Runs the command that was typed, or opens the window where none was. A command loads no class of the window.
    public static void main(String[] args) {
        var standard = LibraryFolder.standard(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        if (windowOnly(standard, args).filter(Main::showWindow).isPresent()) {
            System.exit(0);
        }
        System.exit(Commands.run(
                new CliEnvironment(Terminal.system(), standard, Main::open, Main::rebuild, Main::openWindow), args));
    }

    /// The library, when only its window is wanted. The command line need not be parsed then, which takes a good part
    /// of a start.
    private static Optional<LibraryFolder> windowOnly(LibraryFolder standard, String... args) {
        if (args.length == 2 && args[0].equals("--library")) {
            return Optional.of(
                    new LibraryFolder(Path.of(args[1]).toAbsolutePath().normalize()));
        }
        return args.length == 0 ? Optional.of(standard) : Optional.empty();
    }

    /// Shows the window until it is closed, and tells whether it could. A failure is explained by the command line
    /// instead.
    private static boolean showWindow(LibraryFolder folder) {
        try {
            return openWindow(folder, Optional.empty());
        } catch (TidemarkException e) {
            return false;
        }
    }

    private static App open(LibraryFolder folder) {
        var app = App.open(folder, Environment.real(() -> {}));
        LogFiles.COMMANDS.begin(folder);
        return app;
    }

    private static Optional<Rebuild.Report> rebuild(LibraryFolder folder, Rebuild.Wanted wanted) {
        LogFiles.COMMANDS.begin(folder);
        return Rebuild.run(folder, Environment.real(() -> {}), wanted);
    }

    private static boolean openWindow(LibraryFolder folder, Optional<Path> sample) {
        NoScreenException.refuseWithout(
                System.getenv(), System.getProperty("os.name"), System.getProperty("glass.platform", ""));
        LogFiles.warnOnConsole();
        return new SingleInstance(folder).open(() -> Start.window(folder, sample));
    }
}
