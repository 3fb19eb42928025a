package tidemark.app.remotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tidemark.app.base.Settings;

/// A plain folder as the remote, with the library in `<folder>/<user>`.
public record FolderRemote(Path folder, String user) implements RemoteSettings {
    private static final String FOLDER_KEY = "remote.folder";
    private static final String USER_KEY = "remote.user";

    /// A remote in this folder.
    ///
    /// @throws IllegalArgumentException when `user` is not a user name
    public FolderRemote {
        if (!RemoteSettings.isUser(user)) {
            throw new IllegalArgumentException("not a user name: " + user);
        }
    }

    /// A remote in this folder if it does not exist yet; otherwise in one beside it, with a number behind its name.
    public static FolderRemote unused(Path wanted) {
        var free = wanted;
        for (int i = 2; Files.exists(free); i++) {
            free = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return new FolderRemote(free, DEFAULT_USER);
    }

    @Override
    public String id() {
        return describe();
    }

    @Override
    public String describe() {
        return "folder " + root().toAbsolutePath().normalize();
    }

    /// The folder that holds the objects.
    public Path root() {
        return folder.resolve(user);
    }

    /// Whether anything is in its folder; false for one that is not there, or cannot be read.
    boolean hasEntries() {
        try (var entries = Files.newDirectoryStream(root())) {
            return entries.iterator().hasNext();
        } catch (IOException _) {
            return false;
        }
    }

    static Optional<FolderRemote> read(Settings settings) {
        return settings.get(FOLDER_KEY)
                .map(folder ->
                        new FolderRemote(Path.of(folder), settings.get(USER_KEY).orElse(DEFAULT_USER)));
    }

    void keep(Settings settings) {
        settings.set(FOLDER_KEY, folder.toAbsolutePath().normalize().toString());
        settings.set(USER_KEY, user);
    }

    static void forget(Settings settings) {
        settings.remove(FOLDER_KEY);
        settings.remove(USER_KEY);
    }
}
