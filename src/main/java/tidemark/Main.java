package tidemark;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.app.App;
import tidemark.app.LibraryFolder;
import tidemark.app.LogFiles;
import tidemark.app.OneWindow;
import tidemark.app.Origins;
import tidemark.cli.Commands;
import tidemark.cli.Surroundings;
import tidemark.cli.Terminal;
import tidemark.ui.Start;

/// The entry of the program.
final class Main {
    private Main() {}

    /// Runs the command that was typed, or opens the window where none was. A command loads nothing of the window.
    public static void main(String[] args) {
        var standard = LibraryFolder.standard(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        System.exit(Commands.run(new Surroundings(Terminal.system(), standard, Main::open, Main::openWindow), args));
    }

    private static App open(LibraryFolder folder) {
        var app = App.open(folder, Origins.real(() -> {}));
        LogFiles.COMMANDS.begin(folder);
        return app;
    }

    private static boolean openWindow(LibraryFolder folder, Optional<Path> sample) {
        LogFiles.warnOnConsole();
        return new OneWindow(folder).open(() -> Start.window(folder, sample));
    }
}
