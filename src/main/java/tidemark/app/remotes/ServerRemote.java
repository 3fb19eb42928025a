package tidemark.app.remotes;

/// A remote that needs credentials, on a server; it is probed before it is used.
public sealed interface ServerRemote extends RemoteSettings permits S3Remote, WebDavRemote {
    /// The remedy for missing keys: a sentence for people that names them, and the environment variables for them.
    String missingKeysRemedy();

    /// The place and the way to it in one line, under which probe reports are kept: by another way, it must be probed
    /// again.
    String probeKey();
}
