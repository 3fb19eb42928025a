package tidemark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tidemark.app.LibraryFolder;
import tidemark.ui.Start;

/// The entry of the program.
final class Main {
    private static final String LIBRARY = "--library";
    private static final String SAMPLE = "--sample";

    private Main() {}

    /// Opens the window: on the library in the user's data folder, or in the folder after `--library`. With `--sample`
    /// an empty library is filled with examples and synced with the folder `remote` beside it.
    public static void main(String[] args) {
        var arguments = List.of(args);
        var place = arguments.indexOf(LIBRARY) + 1;
        var folder = place > 0 && place < args.length
                ? new LibraryFolder(Path.of(args[place]).toAbsolutePath())
                : LibraryFolder.standard(
                        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        var remote = folder.path().resolveSibling("remote");
        Start.window(folder, arguments.contains(SAMPLE) ? Optional.of(remote) : Optional.empty());
    }
}
