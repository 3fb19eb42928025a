package tidemark.app.remotes;

/// The place for the keys of a remote, and how long they are kept there.
public enum KeyStorage {
    /// The keychain of the operating system.
    KEYCHAIN,
    /// A file in the library's folder that only this user may read; never without an explicit yes.
    FILE,
    /// The memory, until the program ends; it asks again at the next start.
    THIS_RUN
}
