package tidemark.app.remotes;

import java.util.regex.Pattern;

/// Where a library is synced to, as the person set it; free of secrets.
public sealed interface RemoteSettings permits FolderRemote, ServerRemote {
    /// Whose library it is when nobody says otherwise.
    String DEFAULT_USER = "me";

    /// Lower-case letters, digits, dot, dash, underscore.
    Pattern USER = Pattern.compile("[a-z0-9_-][a-z0-9._-]{0,63}");

    /// Whether this can be the name of a library's owner: lower-case letters, digits, dot, dash, underscore.
    static boolean isUser(String user) {
        return USER.matcher(user).matches();
    }

    /// Whose library it is, below the place.
    String user();

    /// What a person would call the place.
    String describe();

    /// One line that tells this place from all others: what was found out about it, and its keys, are kept under it.
    String id();
}
