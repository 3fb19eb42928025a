package tidemark.remote;

/// A way in which a server differs from others, found by trying, and worth remembering.
public enum ServerHabit {
    /// It refuses uploads with a checksum in a header.
    REFUSES_CHECKSUMS,
    /// It takes the bucket from the host's name only.
    WANTS_VIRTUAL_HOSTS,
    /// It asks for the password itself (Basic authentication).
    WANTS_PASSWORD
}
