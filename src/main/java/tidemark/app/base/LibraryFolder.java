package tidemark.app.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Backups;
import tidemark.db.OwnerOnly;
import tidemark.problem.Problem;
import tidemark.remote.folder.FolderPlacement;

/// The folder of a library, and the files in it.
public record LibraryFolder(Path path) {
    /// The folder of a library by default: in the user's data folder, as each system has it.
    ///
    /// @param environment the process's environment variables
    /// @param system the operating system by its Java name, such as `Mac OS X`
    /// @param home the user's home folder
    public static LibraryFolder standard(Map<String, String> environment, String system, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            var data = environment.get("APPDATA");
            return new LibraryFolder((data == null ? home : Path.of(data)).resolve("Tidemark"));
        }
        if (name.contains("mac")) {
            return new LibraryFolder(home.resolve("Library/Application Support/Tidemark"));
        }
        var data = environment.get("XDG_DATA_HOME");
        var share = data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data);
        return new LibraryFolder(share.resolve("tidemark"));
    }

    /// The database's file.
    public Path database() {
        return path.resolve("database.sqlite");
    }

    /// The folder of log files.
    public Path logs() {
        return path.resolve("logs");
    }

    /// The file with the keys of remotes, where there is no keychain and the person agreed to a file.
    public Path keys() {
        return path.resolve("keys.json");
    }

    /// The file with the address of the remote, for a rebuild.
    public Path remoteAddress() {
        return path.resolve("remote.json");
    }

    /// The folder of the contents of files.
    public Path contents() {
        return path.resolve("files");
    }

    /// The folder of copies of contents that were opened with other programs. What these saved last is taken from there
    /// within seconds.
    public Path opened() {
        return path.resolve("opened");
    }

    /// The folder of temporary files, which may be deleted whenever Tidemark does not run.
    public Path scratch() {
        return path.resolve("scratch");
    }

    /// The file that is locked by the one process that syncs this library.
    public Path syncLock() {
        return path.resolve("sync.lock");
    }

    /// The file that is locked by the one process that has the window.
    public Path windowLock() {
        return path.resolve("window.lock");
    }

    /// The file by which a second start asks for the window to come to the front.
    public Path windowRequest() {
        return path.resolve("window.raise");
    }

    /// Whether there is a library in this folder.
    public boolean exists() {
        return Files.exists(database());
    }

    /// Whether a library was in this folder, of which the database is missing or empty: an address of a remote or
    /// backups are left.
    public boolean isMissingDatabase() {
        try {
            return (!exists() || Files.size(database()) == 0) && hasTraces();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasTraces() {
        return Files.exists(remoteAddress())
                || !Backups.all(Backups.folder(database())).isEmpty();
    }

    /// Creates the folder unless it exists.
    ///
    /// @throws FolderException when it cannot be created
    public void create() {
        try {
            OwnerOnly.folder(path);
        } catch (IOException e) {
            throw FolderException.folder(path, e);
        }
    }

    /// Why this is no good place for a library, if so: another program copies the folder, or it is on a network.
    public Optional<Problem> placeWarning() {
        return FolderPlacement.warningForLibrary(path());
    }
}
