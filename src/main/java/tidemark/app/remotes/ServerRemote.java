package tidemark.app.remotes;

/// A remote on a server that wants to know who asks; it is tested before it is used.
public sealed interface ServerRemote extends RemoteSettings permits S3Remote, WebDavRemote {
    /// What a person would call its credentials, and how they are given without being asked for.
    String keysWanted();

    /// The place and the way there: reached otherwise, it must be tried out again.
    String whole();
}
