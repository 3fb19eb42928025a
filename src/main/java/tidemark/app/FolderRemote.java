package tidemark.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// A plain folder as the remote; the library lies in `<folder>/<user>`.
public record FolderRemote(Path folder, String user) {
    /// Whose library it is when nobody says otherwise.
    public static final String DEFAULT_USER = "me";

    private static final Pattern USER = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final String FOLDER_KEY = "remote.folder";
    private static final String USER_KEY = "remote.user";

    public FolderRemote {
        if (!isUser(user)) {
            throw new IllegalArgumentException("not a user name: " + user);
        }
    }

    /// Whether this can be the name of a library's owner: lower-case letters, digits, dot, dash, underscore.
    public static boolean isUser(String user) {
        return USER.matcher(user).matches() && !user.startsWith(".");
    }

    /// The folder that holds the objects.
    Path root() {
        return folder.resolve(user);
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
