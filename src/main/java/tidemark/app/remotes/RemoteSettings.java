package tidemark.app.remotes;

import java.util.regex.Pattern;

/// The settings of a library's remote, as the person chose them; free of secrets.
public sealed interface RemoteSettings permits FolderRemote, ServerRemote {
    /// The default user.
    String DEFAULT_USER = "me";

    /// The form of a user name: at most 64 lower-case letters, digits, dots, dashes and underscores, the first of them
    /// no dot.
    Pattern USER = Pattern.compile("[a-z0-9_-][a-z0-9._-]{0,63}");

    /// Whether this is a user name, as [#USER] describes it.
    static boolean isUser(String user) {
        return USER.matcher(user).matches();
    }

    /// The user whose library it is: the last part of its path at the place.
    String user();

    /// The place in words for people.
    String describe();

    /// The id of this place, one line, under which its keys and its probe reports are kept.
    String id();
}
